package cn.gridcase.wecom.callback;

import cn.gridcase.chat.Conversation;
import cn.gridcase.database.SqlFailed;
import cn.gridcase.time.Loop;
import cn.gridcase.wecom.callback.Spool.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * 补办: hears what the spool holds as soon as the database is back, each person's in the order in
 * which it came. Heard twice, after a crash or an unknown commit, it is still one effect.
 */
@ApplicationScoped
class SpoolReplay implements Loop {
  private static final Logger LOG = Logger.getLogger(SpoolReplay.class);
  private static final Duration LONGEST_CYCLE = Duration.ofSeconds(5);

  private final Spool spool;
  private final Conversation conversation;
  private final Freshness freshness;
  private final DatabaseReach reach;

  SpoolReplay(Spool spool, Conversation conversation, Freshness freshness, DatabaseReach reach) {
    this.spool = spool;
    this.conversation = conversation;
    this.freshness = freshness;
    this.reach = reach;
  }

  @Override
  public String name() {
    return "spool-replay";
  }

  @Override
  public boolean passesTheGate() {
    return true;
  }

  /** Goes on for a few seconds only: a long spool must not look like a loop that is stuck. */
  @Override
  public void cycle() {
    // Also keeps the reading by which freshness is judged while the database is away.
    freshness.read();
    reach.reached();
    long end = System.nanoTime() + LONGEST_CYCLE.toNanos();
    Set<String> heldUp = new HashSet<>();
    for (Waiting one : spool.inOrder()) {
      if (System.nanoTime() - end > 0) {
        return;
      }
      if (!heldUp.contains(one.sender()) && !isHeard(one)) {
        heldUp.add(one.sender());
      }
    }
  }

  private boolean isHeard(Waiting one) {
    try {
      conversation.hearLate(spool.open(one).message());
      spool.done(one);
      return true;
    } catch (NoSuchFileException removed) {
      LOG.errorf("暂存的回调 %s 被人移走了，不再补办", one.name());
      spool.forget(one);
      return true;
    } catch (RuntimeException | IOException failure) {
      if (SqlFailed.isUnreachable(failure)) {
        reach.failed(failure);
        throw new IllegalStateException("the database went away again", failure);
      }
      // It stays where it is, and this person's later pushes behind it.
      LOG.errorf("暂存的回调 %s 这次没有补办成，稍后再试：%s", one.name(), Trail.of(failure));
      return false;
    }
  }
}
