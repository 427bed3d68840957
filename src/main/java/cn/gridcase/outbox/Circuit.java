package cn.gridcase.outbox;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * 断路: keeps all replicas off a wire that does not carry just now; only this class writes its row.
 *
 * <p>While it is open nobody claims. When its time is over one claim over all replicas is the
 * probe: its success closes the circuit, its failure opens it for longer. Everything here happens
 * in the caller's transaction, and waits by {@code clock_timestamp()}.
 */
@ApplicationScoped
public class Circuit {
  private static final Logger LOG = Logger.getLogger(Circuit.class);
  private static final int FAILURES_TO_OPEN = 3;

  /** Longer than a send with every time-out and repeat in it. */
  private static final int PROBE_SECONDS = 90;

  /** Now and then a probe is a message that was never tried: the others may be to blame. */
  private static final int FRESH_PROBE_EVERY = 20;

  private static final int FIRST_FRESH_PROBE = 5;

  private static final String READ =
      """
      SELECT generation, failures, openings, trouble, open_until, reason,
             open_until <= clock_timestamp() AS due FROM wire_circuit
      """;

  private static final String LOCK = READ + " FOR UPDATE";

  private static final String LOCK_DUE =
      READ + " WHERE open_until <= clock_timestamp() FOR UPDATE SKIP LOCKED";

  private static final String PROBING =
      """
      UPDATE wire_circuit
         SET generation = ?, open_until = clock_timestamp() + ? * interval '1 second'
      """;

  private static final String COUNT = "UPDATE wire_circuit SET failures = failures + 1";

  private static final String OPEN =
      """
      UPDATE wire_circuit
         SET generation = generation + 1, failures = 0, openings = ?, trouble = ?, reason = ?,
             open_until = clock_timestamp() + ? * interval '1 ms'
      """;

  private static final String CLOSE =
      """
      UPDATE wire_circuit
         SET failures = 0, openings = 0, open_until = NULL, trouble = NULL, reason = NULL
       WHERE generation = ? AND (failures > 0 OR open_until IS NOT NULL)
      """;

  private static final String NEXT_PROBE =
      "UPDATE wire_circuit SET open_until = clock_timestamp() WHERE generation = ?";

  private final Database database;

  @Inject
  Circuit(Database database) {
    this.database = database;
  }

  /**
   * How it stands.
   *
   * @param openUntil by the database's own clock; empty while it is closed
   * @param reason in Chinese; empty while it is closed
   */
  public record View(Optional<Instant> openUntil, Optional<Trouble> trouble, String reason) {}

  /** How it stands just now. */
  public View view() {
    return database
        .first(READ, Circuit::view)
        .orElse(new View(Optional.empty(), Optional.empty(), ""));
  }

  /**
   * Leave to claim one message.
   *
   * @param generation what its outcome will be evidence for
   * @param repeat whether to claim rather what may be out already: while the wire is down, every
   *     other message that is tried may become one of which nobody knows
   */
  record Pass(long generation, boolean probe, boolean repeat) {}

  /** Whether the wire is to be left alone just now, whatever for. */
  public boolean rests() {
    return database.first(READ, Circuit::known).filter(it -> it.open() && !it.due()).isPresent();
  }

  /** Leave to claim, or empty while the wire is left alone. */
  Optional<Pass> pass() {
    Optional<Known> known = database.first(READ, Circuit::known);
    if (known.isEmpty() || !known.get().open()) {
      return Optional.of(new Pass(known.map(Known::generation).orElse(0L), false, false));
    }
    // Whoever locks the row is the probe; nobody waits for it.
    return known
        .filter(Known::due)
        .flatMap(due -> database.first(LOCK_DUE, Circuit::known))
        .map(Circuit::probe);
  }

  private static Pass probe(Known known) {
    boolean fresh = known.openings() % FRESH_PROBE_EVERY == FIRST_FRESH_PROBE;
    return new Pass(known.generation() + 1, true, !fresh);
  }

  /** The claim was made: a probe keeps everybody else away while it is under way. */
  void taken(Pass pass) {
    if (pass.probe()) {
      database.change(PROBING, pass.generation(), PROBE_SECONDS);
    }
  }

  /** WeCom has answered as it should, be it a refusal of one message. */
  void worked(Pass pass) {
    if (database.change(CLOSE, pass.generation()) == 1 && pass.probe()) {
      LOG.info("企业微信恢复正常，继续投递");
    }
  }

  /** The probe was not sent, or says nothing about the wire: the next claim probes. */
  void undecided(Pass pass) {
    if (pass.probe()) {
      database.change(NEXT_PROBE, pass.generation());
    }
  }

  /** A send failed as any other would have. */
  void failed(Pass pass, Trouble trouble, String reason) {
    Known known = database.first(LOCK, Circuit::known).orElseThrow();
    if (known.generation() != pass.generation()) {
      // It left before the circuit opened, and has been judged with those that came back first.
      return;
    }
    boolean atOnce = trouble != Trouble.LOST || known.open();
    if (!atOnce && known.failures() + 1 < FAILURES_TO_OPEN) {
      database.change(COUNT);
      return;
    }
    boolean more = known.trouble().equals(Optional.of(trouble));
    int openings = more ? known.openings() + 1 : 1;
    Duration wait = wait(trouble, openings);
    database.change(OPEN, openings, trouble, reason, wait.toMillis());
    if (!more) {
      announce(trouble, reason);
    }
  }

  private static Duration wait(Trouble trouble, int openings) {
    return switch (trouble) {
      case LIMITED, MISCONFIGURED ->
          Backoff.doubled(Duration.ofMinutes(1), Duration.ofMinutes(5), openings, Math.random());
      case LOST ->
          Backoff.doubled(Duration.ofSeconds(2), Duration.ofMinutes(1), openings, Math.random());
    };
  }

  private static void announce(Trouble trouble, String reason) {
    switch (trouble) {
      case MISCONFIGURED -> LOG.errorf("企业微信的配置有误，暂停投递；消息都留着，改好后自动继续：%s", reason);
      case LIMITED -> LOG.warnf("企业微信限流，暂停投递，过后自动继续：%s", reason);
      case LOST -> LOG.warnf("企业微信连不上，暂停投递，恢复后自动继续：%s", reason);
    }
  }

  private record Known(
      long generation,
      int failures,
      int openings,
      boolean open,
      boolean due,
      Optional<Trouble> trouble) {}

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getLong("generation"),
        row.getInt("failures"),
        row.getInt("openings"),
        row.getTimestamp("open_until") != null,
        row.getBoolean("due"),
        trouble(row));
  }

  private static View view(ResultSet row) throws SQLException {
    if (row.getTimestamp("open_until") == null) {
      return new View(Optional.empty(), Optional.empty(), "");
    }
    Instant until = Database.instant(row, "open_until");
    return new View(Optional.of(until), trouble(row), row.getString("reason"));
  }

  private static Optional<Trouble> trouble(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("trouble")).map(Trouble::valueOf);
  }
}
