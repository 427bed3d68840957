package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One message, one transaction: its inbox row, all it does and the reply commit together or not at
 * all.
 */
@ApplicationScoped
public class Conversation {
  private final Inbox inbox;
  private final Understanding understanding;
  private final LateAnswers late;
  private final ServiceClock clock;

  @Inject
  Conversation(Inbox inbox, Understanding understanding, LateAnswers late, ServiceClock clock) {
    this.inbox = inbox;
    this.understanding = understanding;
    this.late = late;
    this.clock = clock;
  }

  /** Which way an answer goes. */
  private enum Way {
    IN_BAND,
    BY_OUTBOX
  }

  /**
   * Hears a message; heard before, it is the stored reply again. Empty if it comes too late: a late
   * repeat of what was heard gets its answer again, anything else that old is a replay. Throws only
   * if nothing could be stored.
   *
   * @param isFresh asked by the service clock before anything is done
   */
  public Optional<Reply> hear(InboundMessage message, Predicate<Instant> isFresh) {
    return hear(message, Way.IN_BAND, isFresh);
  }

  /**
   * Hears a message whose sender waits no longer: the reply goes out through the outbox, once, also
   * if the message was heard before. Throws only if nothing could be stored.
   */
  public void hearLate(InboundMessage message) {
    hear(message, Way.BY_OUTBOX, Conversation::judgedBefore);
  }

  private Optional<Reply> hear(InboundMessage message, Way way, Predicate<Instant> isFresh) {
    try {
      return hearOnce(message, way, isFresh);
    } catch (RuntimeException failure) {
      if (!SqlFailed.isConflict(failure)) {
        throw failure;
      }
      // Two transactions were in each other's way; nothing of this one is left, so it is heard
      // anew.
      Log.warnf("message %s is heard again after a conflict", message.key());
      return hearOnce(message, way, isFresh);
    }
  }

  private Optional<Reply> hearOnce(InboundMessage message, Way way, Predicate<Instant> isFresh) {
    try {
      return once(message, way, isFresh, Inbox.State.DONE, () -> understanding.answer(message));
    } catch (Refused refused) {
      // All that was done is undone; the refusal itself is what the message did.
      return once(
          message,
          way,
          Conversation::judgedBefore,
          Inbox.State.REFUSED,
          () -> understanding.refusal(message, refused.sentence()));
    } catch (RuntimeException | Error bug) {
      if (SqlFailed.isConflict(bug) || SqlFailed.isOutage(bug)) {
        throw bug;
      }
      Log.errorf(bug, "message %s of type %s failed", message.key(), message.type());
      return once(
          message, way, Conversation::judgedBefore, Inbox.State.RETRY, () -> failure(message, bug));
    }
  }

  private Optional<Reply> once(
      InboundMessage message,
      Way way,
      Predicate<Instant> isFresh,
      Inbox.State state,
      Supplier<Reply> understood) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (!isFresh.test(clock.now()) && !inbox.has(message)) {
                return Optional.empty();
              }
              Reply reply =
                  inbox
                      .take(message, state, clock.now())
                      .orElseGet(() -> stored(message, understood.get()));
              if (way == Way.BY_OUTBOX && inbox.answersLate(message)) {
                late.tell(message, reply);
              }
              return Optional.of(reply);
            });
  }

  /** Whether the message comes in time was found before. */
  private static boolean judgedBefore(Instant now) {
    return true;
  }

  private Reply stored(InboundMessage message, Reply reply) {
    inbox.answer(message, reply);
    return reply;
  }

  private Reply failure(InboundMessage message, Throwable bug) {
    inbox.failed(message, bug, InboxRetry.waitAfter(1));
    return understanding.failure(message);
  }
}
