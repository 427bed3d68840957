package cn.gridcase.chat;

import cn.gridcase.Refused;
import cn.gridcase.chat.Inbox.Failed;
import cn.gridcase.chat.Inbox.State;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.time.Loop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * What failed through our fault is heard again by itself: five tries in all, then it waits for an
 * administrator. Its stored reply stays as it was; what came of it goes out through the outbox.
 */
@ApplicationScoped
class InboxRetry implements Loop {
  private static final Logger LOG = Logger.getLogger(InboxRetry.class);
  private static final int AT_ONCE = 50;
  private static final Duration LONGEST_CYCLE = Duration.ofSeconds(5);

  /** After the first try, the second, and so on; the last try has no wait after it. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5));

  private final Inbox inbox;
  private final PushReader reader;
  private final Understanding understanding;
  private final LateAnswers late;

  @Inject
  InboxRetry(Inbox inbox, PushReader reader, Understanding understanding, LateAnswers late) {
    this.inbox = inbox;
    this.reader = reader;
    this.understanding = understanding;
    this.late = late;
  }

  /** How long a message waits that was heard in vain that often. */
  static Duration waitAfter(int tries) {
    return WAITS.get(Math.min(tries, WAITS.size()) - 1);
  }

  @Override
  public String name() {
    return "inbox-retry";
  }

  @Override
  public boolean passesTheGate() {
    return true;
  }

  @Override
  public void cycle() {
    long end = System.nanoTime() + LONGEST_CYCLE.toNanos();
    for (Failed row : QuarkusTransaction.requiringNew().call(() -> inbox.due(AT_ONCE))) {
      if (System.nanoTime() - end > 0) {
        return;
      }
      retry(row);
    }
  }

  private void retry(Failed row) {
    try {
      locked(row, message -> end(row, State.DONE, message, understanding.answer(message)));
    } catch (Refused refused) {
      locked(
          row,
          message ->
              end(row, State.REFUSED, message, understanding.refusal(message, refused.sentence())));
    } catch (RuntimeException | Error bug) {
      if (SqlFailed.isOutage(bug)) {
        throw bug;
      }
      // A conflict is no fault of the message's, and it is still due.
      if (!SqlFailed.isConflict(bug)) {
        LOG.errorf(bug, "message %s failed again", row.key());
        QuarkusTransaction.requiringNew().run(() -> failedAgain(row, bug));
      }
    }
  }

  /** The inbox row is locked first, as it is when a message is heard for the first time. */
  private void locked(Failed row, Consumer<InboundMessage> work) {
    QuarkusTransaction.requiringNew().run(() -> inbox.lock(row).map(reader::read).ifPresent(work));
  }

  private void end(Failed row, State state, InboundMessage message, Reply reply) {
    inbox.ended(row, state);
    late.tell(message, reply);
  }

  private void failedAgain(Failed row, Throwable bug) {
    if (inbox.lock(row).isEmpty()) {
      return;
    }
    boolean last = row.tries() == WAITS.size();
    inbox.failedAgain(row, last ? State.PARKED : State.RETRY, bug, waitAfter(row.tries() + 1));
    if (last) {
      late.tell(row.sender(), Sentences.PARKED);
    }
  }
}
