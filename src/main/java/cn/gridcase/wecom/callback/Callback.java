package cn.gridcase.wecom.callback;

import cn.gridcase.chat.InboundMessage.Kind;
import cn.gridcase.chat.Reply;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import cn.gridcase.wecom.spool.RawPush;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * 回调: what WeCom pushes is heard in time, or kept in the spool and heard later; never answered 200
 * before it is in one of the two.
 */
@ApplicationScoped
class Callback {
  private static final Reply BUSY = Reply.line("收到，系统正忙，办好后告诉您。");

  private final Wire wire;
  private final Hearings hearings;
  private final Freshness freshness;
  private final Spool spool;

  Callback(Wire wire, Hearings hearings, Freshness freshness, Spool spool) {
    this.wire = wire;
    this.hearings = hearings;
    this.freshness = freshness;
    this.spool = spool;
  }

  /**
   * Hears a push and returns the sealed answer, empty if there is nothing to say.
   *
   * @param query raw
   * @param arrived by {@code System.nanoTime()}
   * @throws CallbackRejected if it does not come from WeCom, or not now
   * @throws UncheckedIOException if it could be kept nowhere
   */
  String push(String query, String body, long arrived) {
    OpenedPush push = wire.open(query, body);
    // What somebody says must not overtake what they said before and is not heard yet.
    Optional<Reply> reply =
        spool.holdsOneOf(push.message().sender())
            ? Optional.empty()
            : hearings.inTime(push, arrived);
    return wire.answer(push, reply.orElseGet(() -> spooled(push, query, body)));
  }

  private Reply spooled(OpenedPush push, String query, String body) {
    Instant now = freshness.kept();
    if (!Freshness.isFresh(push.sealed().timestamp(), now)) {
      throw new CallbackRejected(Reason.STALE);
    }
    try {
      spool.add(new RawPush(now, query, body), push.message());
    } catch (IOException e) {
      throw new UncheckedIOException("neither database nor spool could take a push", e);
    }
    return takesALine(push.message().kind()) ? BUSY : Reply.nothing();
  }

  private static boolean takesALine(Kind kind) {
    return switch (kind) {
      case TEXT, IMAGE, VOICE, VIDEO, LOCATION, LINK -> true;
      case CARD_PRESS, MENU, ENTERED, OTHER -> false;
    };
  }
}
