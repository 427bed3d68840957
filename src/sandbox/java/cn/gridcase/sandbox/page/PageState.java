package cn.gridcase.sandbox.page;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.LedgerEntry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Everything the page draws when it opens. */
final class PageState {
  private static final int LINES = 200;

  /** A phone that was in use for days shows the last of it; a browser draws all phones at once. */
  private static final int BUBBLES = 80;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final World world;

  PageState(World world) {
    this.world = world;
  }

  /** An instant as the page writes it, with the town's offset. */
  static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZONE).withNano(0));
  }

  static ObjectNode bubble(Bubble bubble) {
    return bubble.toPage().put("at", time(bubble.at()));
  }

  static ObjectNode entry(LedgerEntry entry) {
    return entry.toPage().put("at", time(entry.at()));
  }

  ObjectNode now() {
    ObjectNode state =
        Json.object().put("now", time(world.clock().now())).put("town", world.company().name());
    ArrayNode people = state.putArray("people");
    ObjectNode chats = state.putObject("chats");
    for (Member member : world.company().members()) {
      people
          .addObject()
          .put("userid", member.userid())
          .put("name", member.name())
          .put("role", member.role())
          .put("department", member.department());
      ArrayNode bubbles = chats.putArray(member.userid());
      latest(world.chats().of(member.userid()), BUBBLES).forEach(it -> bubbles.add(bubble(it)));
    }
    ArrayNode ledger = state.putArray("ledger");
    latest(world.ledger().entries(), LINES).forEach(it -> ledger.add(entry(it)));
    state.set("menu", world.app().menu().orElse(null));
    return state;
  }

  private static <T> List<T> latest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
