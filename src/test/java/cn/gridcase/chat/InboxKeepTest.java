package cn.gridcase.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.TestDatabase;
import cn.gridcase.outbox.OwnedDatabase;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox is kept by the week: what is finished leaves, what is not stays. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class InboxKeepTest {
  private static final String PARTITIONS =
      "SELECT count(*) FROM pg_inherits WHERE inhparent = 'inbox'::regclass";

  @Inject Inbox inbox;
  @Inject ServiceClock clock;
  @Inject OwnedDatabase database;

  @SuppressWarnings("NullAway.Init") // set before each test
  private InboxKeep keep;

  @BeforeEach
  @AfterEach
  void startEmpty() {
    database.empty();
    database.run("TRUNCATE inbox");
    // It remembers when it last looked, and each test winds the clock anew.
    keep = new InboxKeep(inbox, clock);
  }

  @Test
  void whatIsFinishedLeavesAfterTwoWeeksAndWhatIsNotStays() {
    for (String state : List.of("DONE", "REFUSED", "RETRY", "PARKED")) {
      database.run(
          "INSERT INTO inbox (key, sender, type, xml, received_at, state, reply)"
              + " VALUES ('%s', 'zhang', 'text', '', now(), '%s', '')".formatted(state, state));
    }
    database.ahead("10 days");
    keep.cycle();
    assertEquals(4, keys().size());

    database.ahead("30 days");
    keep.cycle();

    assertEquals(List.of("PARKED", "RETRY"), keys());
  }

  @Test
  void aPushWithoutADayIsKeptAsLongAsAnyOther() {
    database.run(
        "INSERT INTO inbox (key, said_on, sender, type, xml, received_at, state, reply)"
            + " VALUES ('undated', '1970-01-01', 'zhang', 'text', '', service_now(), 'DONE', '')");
    database.ahead("10 days");
    keep.cycle();
    assertEquals(List.of("undated"), keys());

    database.ahead("16 days");
    keep.cycle();

    assertEquals(List.of(), keys());
  }

  @Test
  void aPartitionThatSomebodyHoldsIsTriedAgainAMinuteLater() throws SQLException {
    database.ahead("60 days");
    try (var owner = TestDatabase.asOwner(settings());
        var sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      sql.execute("LOCK TABLE inbox_other IN ACCESS SHARE MODE");
      List<String> before = database.read(PARTITIONS);

      keep.cycle();

      assertEquals(before, database.read(PARTITIONS));
      owner.rollback();
    }
    database.ahead("60 days 2 minutes");
    keep.cycle();
    assertEquals(
        List.of("1"),
        database.read(
            "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname = 'inbox_'"
                + " || to_char(date_trunc('week', service_now() AT TIME ZONE 'UTC'), 'YYYYMMDD')"));
  }

  private List<String> keys() {
    return database.read("SELECT key FROM inbox ORDER BY key");
  }

  private static Map<String, String> settings() {
    return Stream.of(
            "quarkus.datasource.jdbc.url", "quarkus.flyway.username", "quarkus.flyway.password")
        .collect(
            Collectors.toMap(
                name -> name, name -> ConfigProvider.getConfig().getValue(name, String.class)));
  }
}
