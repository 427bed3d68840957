package cn.gridcase.chat;

import cn.gridcase.database.SqlFailed;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Lets go of what was heard and finished two weeks ago, and makes room for the weeks to come. */
@ApplicationScoped
class InboxKeep implements Loop {
  private static final Logger LOG = Logger.getLogger(InboxKeep.class);
  private static final int DAYS = 14;
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Inbox inbox;
  private final ServiceClock clock;
  private volatile Instant next = Instant.MIN;

  @Inject
  InboxKeep(Inbox inbox, ServiceClock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "inbox-keep";
  }

  @Override
  public void cycle() {
    Instant now = QuarkusTransaction.requiringNew().call(clock::now);
    if (now.isBefore(next)) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew().run(() -> inbox.keep(DAYS));
      next = now.plus(PAUSE);
    } catch (SqlFailed failure) {
      // Somebody held a partition for longer than this may wait, or another replica was at it.
      next = now.plus(AFTER_FAILURE);
      LOG.warnf("收件箱的分区这次没有整理成，一分钟后再试：%s", failure.getCause());
    }
  }
}
