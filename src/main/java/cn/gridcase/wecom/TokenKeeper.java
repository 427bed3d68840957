package cn.gridcase.wecom;

import cn.gridcase.database.Database;
import cn.gridcase.outbox.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Keeps the access token in one row that all replicas share; one of them at a time, under a lease
 * of 15 s, replaces it.
 *
 * <p>Used outside transactions only: each statement is one of its own. A token is replaced at 80 %
 * of its life, or when WeCom refused it; never a newer one than the one that failed.
 */
@ApplicationScoped
class TokenKeeper {
  private static final Logger LOG = Logger.getLogger(TokenKeeper.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private static final String READ =
      "SELECT token, expires_at > service_now() FROM wecom_token WHERE corp = ? AND agent = ?";

  private static final String LEASE =
      """
      INSERT INTO wecom_token AS t (corp, agent, token, expires_at, lease, lease_until)
      VALUES (?, ?, '', service_now(), ?, clock_timestamp() + interval '15 s')
      ON CONFLICT (corp, agent) DO UPDATE
         SET lease = excluded.lease, lease_until = excluded.lease_until
       WHERE t.token = ? AND (t.lease IS NULL OR t.lease_until < clock_timestamp())
      """;

  /** What is written down is the instant of replacement, at 80 % of the token's life. */
  private static final String STORE =
      """
      UPDATE wecom_token
         SET token = ?, expires_at = service_now() + ? * 0.8 * interval '1 s', lease = NULL
       WHERE corp = ? AND agent = ? AND lease = ?
      """;

  private static final String RELEASE =
      "UPDATE wecom_token SET lease = NULL WHERE corp = ? AND agent = ? AND lease = ?";

  private final Database database;
  private final WeComApp app;
  private final TokenSource source;

  @Inject
  TokenKeeper(Database database, WeComApp app, TokenSource source) {
    this.database = database;
    this.app = app;
    this.source = source;
  }

  /** The token in force. */
  String token() {
    Kept kept = read();
    if (kept.fresh()) {
      return kept.token();
    }
    if (kept.token().isEmpty()) {
      return replace(kept.token());
    }
    // Past 80 % of its life it still works: whoever gets the lease replaces it, the rest go on.
    try {
      return leasedReplacement(kept.token()).orElse(kept.token());
    } catch (NoToken e) {
      LOG.warnf("the old access token is used on: %s", e.getMessage());
      return kept.token();
    }
  }

  /**
   * Another token than the one WeCom refused: the one already there, or a new one.
   *
   * @throws NoToken if there is none to be had within 5 s
   */
  String replace(String failed) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - deadline < 0) {
      Optional<String> ours = leasedReplacement(failed);
      if (ours.isPresent()) {
        return ours.get();
      }
      String theirs = read().token();
      if (!theirs.equals(failed)) {
        return theirs;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    throw new NoToken(Trouble.LOST, "另一个副本正在换取 access_token");
  }

  private record Kept(String token, boolean fresh) {}

  /** Asks for a new token; empty if another has the lease, or the failed token is gone already. */
  private Optional<String> leasedReplacement(String failed) {
    UUID lease = UUID.randomUUID();
    if (database.change(LEASE, app.corpId(), agent(), lease, failed) == 0) {
      return Optional.empty();
    }
    try {
      TokenSource.Token fresh = source.ask();
      int stored =
          database.change(STORE, fresh.value(), fresh.seconds(), app.corpId(), agent(), lease);
      return Optional.of(stored == 1 ? fresh.value() : read().token());
    } catch (RuntimeException e) {
      database.change(RELEASE, app.corpId(), agent(), lease);
      throw e;
    }
  }

  private Kept read() {
    return database
        .first(
            READ,
            row -> new Kept(row.getString(1), !row.getString(1).isEmpty() && row.getBoolean(2)),
            app.corpId(),
            agent())
        .orElse(new Kept("", false));
  }

  private String agent() {
    return Integer.toString(app.agentId());
  }
}
