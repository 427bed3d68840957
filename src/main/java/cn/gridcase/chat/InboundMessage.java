package cn.gridcase.chat;

import cn.gridcase.grid.Crs;
import cn.gridcase.grid.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one push from WeCom said, read without loss.
 *
 * @param key lower-case hex SHA-256 of the decrypted XML, corp and agent: the same push again has
 *     the same key
 * @param secondKey {@code MsgId} of a message, {@code TaskId|ResponseCode} of a card press; empty
 *     if neither
 * @param xml the decrypted push, as it came
 * @param saidAt {@code CreateTime}, the same in every repeat; 1970 where it is missing or odd
 * @param sender {@code FromUserName}: a userid as WeCom spelt it, or {@code sys}
 * @param kind what the bot can make of it
 * @param type WeCom's own name: {@code text}, {@code image}, {@code event/template_card_event} …
 * @param text what was said: {@code Content}, a menu's {@code EventKey}, a link's title; empty if
 *     nothing was
 * @param press the card press, for {@link Kind#CARD_PRESS} only
 * @param pin the place sent, for {@link Kind#LOCATION} only
 * @param mediaId of an image, voice or video
 */
public record InboundMessage(
    String key,
    Optional<String> secondKey,
    String xml,
    Instant saidAt,
    String sender,
    Kind kind,
    String type,
    String text,
    Optional<CardPress> press,
    Optional<Pin> pin,
    Optional<String> mediaId) {

  /** What the bot can make of a push. */
  public enum Kind {
    TEXT,
    IMAGE,
    VOICE,
    VIDEO,
    LOCATION,
    LINK,
    CARD_PRESS,
    MENU,
    ENTERED,
    OTHER
  }

  /**
   * A button, submit or menu entry of a card was pressed.
   *
   * @param taskId the card's own random id
   * @param button the pressed button's key
   * @param responseCode good for one update of that card, 72 h
   * @param chosen option ids by question key; empty where nothing was selected
   */
  public record CardPress(
      String taskId,
      String button,
      String cardType,
      String responseCode,
      Map<String, List<String>> chosen) {
    public CardPress {
      chosen = Map.copyOf(chosen);
    }
  }

  /** The UTC day it was said on: part of its key, for the inbox is kept by the day. */
  LocalDate saidOn() {
    return LocalDate.ofInstant(saidAt, ZoneOffset.UTC);
  }

  /** A place picked on WeCom's map: degrees, in WeCom's own system (taken as GCJ-02). */
  public record Pin(String latitude, String longitude, String label) {
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");

    /** The point; empty if these are no degrees. */
    Optional<Place> place() {
      if (!DEGREES.matcher(latitude).matches() || !DEGREES.matcher(longitude).matches()) {
        return Optional.empty();
      }
      return Optional.of(
          new Place(Double.parseDouble(longitude), Double.parseDouble(latitude), Crs.GCJ_02));
    }
  }
}
