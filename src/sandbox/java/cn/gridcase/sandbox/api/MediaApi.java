package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Media;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code media/upload} and {@code media/get} (wecom.md 5). */
final class MediaApi {
  private static final int MB = 1 << 20;
  private static final int MOST_AT_ONCE = 20 * MB;
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

  private final World world;

  MediaApi(World world) {
    this.world = world;
  }

  Answer upload(Call call) {
    String type = call.parameter("type");
    if (!Set.of("image", "voice", "video", "file").contains(type)) {
      throw new WeComError(40005, "invalid type");
    }
    Multipart part =
        Multipart.first(call.contentType(), call.body().bytes())
            .filter(it -> it.name().equals("media") && !it.fileName().isEmpty())
            .orElseThrow(() -> new WeComError(44001, "empty media data"));
    check(type, part.bytes());
    Media media =
        world.media().add(type, part.fileName(), part.contentType(), part.bytes(), call.now());
    return Answer.json(
        Json.object()
            .put("errcode", 0)
            .put("errmsg", "")
            .put("type", type)
            .put("media_id", media.id())
            .put("created_at", Long.toString(call.now().getEpochSecond())));
  }

  /** Errors come as JSON with status 200 (H). */
  Answer get(Call call) {
    String id = call.parameter("media_id");
    if (id.isEmpty()) {
      throw new WeComError(41006, "media_id missing");
    }
    Media media =
        world
            .media()
            .find(id, call.now())
            .orElseThrow(() -> new WeComError(40007, "invalid media_id"));
    String name =
        new String(media.fileName().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Map<String, String> headers =
        Map.of("Content-disposition", "attachment; filename=\"" + name + "\"");
    byte[] all = media.content().bytes();
    Matcher range = RANGE.matcher(call.range());
    if (!range.matches()) {
      return part(media, headers, 200, all);
    }
    int from = Math.min(Integer.parseInt(range.group(1)), all.length);
    int to = range.group(2).isEmpty() ? all.length : Integer.parseInt(range.group(2)) + 1;
    return part(media, headers, 206, Arrays.copyOfRange(all, from, Math.min(to, all.length)));
  }

  private static Answer part(Media media, Map<String, String> headers, int status, byte[] bytes) {
    if (bytes.length > MOST_AT_ONCE) {
      throw new WeComError(830002, "file too large, use Range");
    }
    return new Answer(status, media.contentType(), headers, new Media.Content(bytes));
  }

  private static void check(String type, byte[] bytes) {
    if (bytes.length <= 5) {
      throw new WeComError(40006, "invalid media size");
    }
    switch (type) {
      case "image" -> {
        most(bytes, 10 * MB, 40009);
        need(isJpeg(bytes) || starts(bytes, "\u0089PNG"), 40004);
      }
      case "voice" -> {
        most(bytes, 2 * MB, 45001);
        need(starts(bytes, "#!AMR"), 301_017);
      }
      case "video" -> {
        most(bytes, 10 * MB, 40011);
        need(bytes.length > 8 && starts(Arrays.copyOfRange(bytes, 4, 8), "ftyp"), 40004);
      }
      default -> most(bytes, MOST_AT_ONCE, 45001);
    }
  }

  private static boolean isJpeg(byte[] bytes) {
    return (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
  }

  private static boolean starts(byte[] bytes, String magic) {
    byte[] head = magic.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.equals(bytes, 0, Math.min(head.length, bytes.length), head, 0, head.length);
  }

  private static void most(byte[] bytes, int most, int code) {
    if (bytes.length > most) {
      throw new WeComError(code, "media size out of limit");
    }
  }

  private static void need(boolean holds, int code) {
    if (!holds) {
      throw new WeComError(code, "invalid media type");
    }
  }
}
