package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.database.Database;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finished messages leave by the week, and nothing that is unfinished is lost on the way. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class OutboxRetentionTest {
  private static final String DAY = "(service_now() AT TIME ZONE 'UTC')::date";
  private static final String POST =
      """
      INSERT INTO outbox
        (recipient, about, kind, payload, posted_on, posted_at, not_before, state, tries)
      SELECT 'wang', 'case', 'TEXT', '{}', day, day, day, '%s', 1 FROM (SELECT %s AS day) d
      """;
  private static final String WEEK_OF = "'outbox_' || to_char(date_trunc('week', %s), 'YYYYMMDD')";

  @Inject Database shared;
  @Inject Undeliverables undeliverables;
  @Inject ServiceClock clock;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    database.empty();
  }

  @Test
  void finishedOldMessagesLeaveAndUnfinishedOnesStay() {
    String longAgo = DAY + " - 60";
    madeWeekOf(longAgo);
    for (String state : List.of("SENT", "PARKED", "PENDING", "SENDING", "AMBIGUOUS")) {
      database.run(POST.formatted(state, longAgo));
    }
    database.run(POST.formatted("SENT", DAY + " - 20"));
    assertTrue(exists(longAgo));
    retention().cycle();
    assertEquals(List.of("PENDING", "SENDING", "AMBIGUOUS", "SENT"), database.states());
    assertTrue(!exists(longAgo));
    assertEquals(
        List.of("outbox_other"), database.read("SELECT DISTINCT tableoid::regclass FROM outbox"));

    // Once finished, they leave from there too.
    database.run("UPDATE outbox SET state = 'SENT' WHERE state = 'PENDING'");
    retention().cycle();
    assertEquals(List.of("SENDING", "AMBIGUOUS", "SENT"), database.states());
  }

  @Test
  void whatWaitedForItsWeekMovesThereAndIsSentFromThere() {
    database.ahead("100 days");
    database.run(POST.formatted("PENDING", DAY));
    database.run(POST.formatted("SENT", DAY + " + 7"));
    assertEquals(
        List.of("outbox_other"), database.read("SELECT DISTINCT tableoid::regclass FROM outbox"));
    retention().cycle();
    assertEquals(
        database.read("SELECT " + WEEK_OF.formatted(DAY)),
        database.read("SELECT tableoid::regclass FROM outbox WHERE state = 'PENDING'"));
    assertEquals(
        database.read("SELECT " + WEEK_OF.formatted(DAY + " + 7")),
        database.read("SELECT tableoid::regclass FROM outbox WHERE state = 'SENT'"));
  }

  @Test
  void whileTheTableIsInUseOldMessagesStayALittleLonger() throws SQLException {
    String longAgo = DAY + " - 70";
    madeWeekOf(longAgo);
    database.run(POST.formatted("SENT", longAgo));
    OutboxRetention retention = retention();
    try (Connection reader = database.connect();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM outbox");
      retention.cycle();
      assertEquals(List.of("SENT"), database.states());
    }
    retention.cycle();
    assertEquals(List.of("SENT"), database.states());
    database.ahead("2 minutes");
    retention.cycle();
    assertEquals(List.of(), database.states());
  }

  @Test
  void whatNobodyHandledIsForgottenInTheEnd() {
    database.run(
        """
        INSERT INTO undeliverable (position, recipient, about, kind, cause, reason, noticed_at)
        SELECT n, 'wang', 'case', 'TEXT', 'REFUSED', 'r', service_now() - n * interval '20 days'
          FROM generate_series(1, 2) n
        """);
    retention().cycle();
    assertEquals(List.of("1"), database.read("SELECT position FROM undeliverable"));
  }

  /** It keeps once an hour, so each test has one of its own. */
  private OutboxRetention retention() {
    return new OutboxRetention(shared, undeliverables, clock);
  }

  private void madeWeekOf(String day) {
    database.run(
        "SELECT keep_partitions('outbox', 'posted_on', 'posted_at', '''PENDING''', "
            + day
            + ", 30)");
  }

  private boolean exists(String day) {
    String table = WEEK_OF.formatted(day);
    return database.read("SELECT to_regclass(" + table + ") IS NOT NULL").equals(List.of("t"));
  }
}
