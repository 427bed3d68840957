package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeCom.Fault;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has piled up for one person is told in one, and nothing overtakes. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class BundleTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject OutboxRelay relay;
  @Inject Replicas replicas;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  /** Case 40. */
  @Test
  void aBacklogIsToldInsideTheOldestOfIt() {
    long carrier = replicas.post("wang", "a", "一");
    List.of("b", "a", "c").forEach(about -> replicas.post("wang", about, "又" + about));
    replicas.post("zhang", "a", "别人");
    database.ahead("31 seconds");
    relay.cycle();
    assertEquals(List.of("一\n又b\n又a\n又c"), weCom.texts("wang"));
    assertEquals(List.of("别人"), weCom.texts("zhang"));
    assertEquals(List.of("SENT", "BUNDLED", "BUNDLED", "BUNDLED", "SENT"), database.states());
    assertEquals(
        List.of("" + carrier, "" + carrier, "" + carrier),
        database.read("SELECT bundled_into FROM outbox WHERE state = 'BUNDLED'"));
  }

  /** Case 40. */
  @Test
  void aFewOrWhatHasJustBeenSaidIsNoBacklog() {
    List.of("a", "b", "c").forEach(about -> replicas.post("wang", about, "旧" + about));
    database.ahead("31 seconds");
    relay.cycle();
    List.of("a", "b", "c", "d").forEach(about -> replicas.post("wang", about, "新" + about));
    relay.cycle();
    assertEquals(7, weCom.texts("wang").size());
  }

  /** Case 35. */
  @Test
  void whatDoesNotFitWholeStaysItsOwnMessage() {
    String large = "长".repeat(680);
    List.of("一", "二", "三", large, "五").forEach(text -> replicas.post("wang", "case", text));
    database.ahead("31 seconds");
    relay.cycle();
    assertEquals(List.of("一\n二\n三", large, "五"), weCom.texts("wang"));
  }

  @Test
  void nothingIsToldBeforeWhatComesFirstInItsLane() {
    weCom.fail(Fault.HTML_PAGE);
    replicas.post("wang", "a", "甲一");
    relay.cycle();
    assertEquals(List.of("AMBIGUOUS"), database.states());
    replicas.post("wang", "b", "乙一");
    replicas.post("wang", "a", "甲二");
    List.of("乙二", "乙三", "乙四").forEach(text -> replicas.post("wang", "b", text));
    database.ahead("31 seconds");
    database.run("UPDATE outbox SET retry_at = 'infinity' WHERE state = 'AMBIGUOUS'");
    relay.cycle();
    assertEquals(List.of("乙一\n乙二\n乙三\n乙四"), weCom.texts("wang"));
    database.waited();
    relay.cycle();
    assertEquals(List.of("甲一", "甲二"), weCom.texts("wang").subList(1, 3));
  }

  @Test
  void theLanesOfWhatIsToldTogetherWaitForItAndItIsRepeatedAsItWas() {
    weCom.fail(40058);
    weCom.fail(Fault.RESET_AFTER_ACCEPTING);
    Stream.of("a", "b", "c", "d").forEach(about -> replicas.post("wang", about, "一" + about));
    database.ahead("31 seconds");
    relay.cycle();
    assertEquals(1, weCom.faults());
    replicas.post("wang", "c", "后来");
    relay.cycle();
    assertEquals(1, weCom.requests().size());
    assertEquals(List.of("PENDING", "BUNDLED", "BUNDLED", "BUNDLED", "PENDING"), database.states());

    database.waited();
    relay.cycle();
    database.waited();
    relay.cycle();
    relay.cycle();
    assertEquals(2, weCom.faults());
    assertEquals(weCom.requests().get(0), weCom.requests().get(2));
    assertEquals(List.of("一a\n一b\n一c\n一d", "后来"), weCom.texts("wang"));
  }

  @Test
  void whatWasToldTogetherIsUndeliverableTogether() {
    weCom.refuse("wang", 81013);
    Stream.of("a", "b", "c", "d").forEach(about -> replicas.post("wang", about, "一" + about));
    database.ahead("31 seconds");
    relay.cycle();
    assertEquals(List.of("PARKED", "BUNDLED", "BUNDLED", "BUNDLED"), database.states());
    assertEquals(
        List.of("a", "b", "c", "d"),
        database.read("SELECT about FROM undeliverable ORDER BY position"));
  }

  /** Case 36. */
  @Test
  void aStaleReminderIsNeverTold() {
    replicas.remind("wang", "a", "快到期", Duration.ofMinutes(5));
    Stream.of("a", "b", "c", "d").forEach(about -> replicas.post("wang", about, "一" + about));
    replicas.remind("wang", "b", "还有一天", Duration.ofDays(1));
    database.ahead("6 minutes");
    relay.cycle();
    assertEquals(List.of("一a\n一b\n一c\n一d", "还有一天"), weCom.texts("wang"));
    assertEquals("EXPIRED", database.states().get(0));
  }

  /** Case 36. */
  @Test
  void afterSixHoursWithoutWeComEverybodyIsToldEverythingOnceAndInOrderButNoMoreThanTheyMay() {
    weCom.down(45009);
    for (int n = 0; n < 60; n++) {
      for (String person : List.of("wang", "zhang", "li")) {
        replicas.post(person, "case " + n % 4, line(person, n) + "。".repeat(60));
        if (n % 4 == 0) {
          replicas.remind(person, "case", "临期", Duration.ofHours(1));
        }
      }
    }
    relay.cycle();
    database.ahead("6 hours");
    database.waited();
    relay.cycle();
    assertTrue(weCom.faults() >= 2);
    assertEquals(List.of(), weCom.delivered());

    weCom.up();
    for (int minute = 0; minute < 4; minute++) {
      int before = weCom.texts("wang").size();
      database.ahead("6 hours " + 61 * minute + " seconds");
      database.waited();
      relay.cycle();
      relay.cycle();
      assertTrue(weCom.texts("wang").size() - before <= Throttle.PER_MINUTE);
    }
    for (String person : List.of("wang", "zhang", "li")) {
      for (int lane = 0; lane < 4; lane++) {
        assertEquals(expected(person, lane), heard(person, lane));
      }
    }
    assertEquals(
        List.of("BUNDLED", "EXPIRED", "SENT"),
        database.read("SELECT DISTINCT state FROM outbox ORDER BY state"));
    assertEquals(
        List.of("45"), database.read("SELECT count(*) FROM outbox WHERE state = 'EXPIRED'"));
  }

  private static String line(String person, int n) {
    return person + "第" + n + "条";
  }

  private static List<String> expected(String person, int lane) {
    return Stream.iterate(lane, n -> n < 60, n -> n + 4).map(n -> line(person, n)).toList();
  }

  private List<String> heard(String person, int lane) {
    List<String> all = expected(person, lane);
    return weCom.texts(person).stream()
        .flatMap(String::lines)
        .map(text -> text.replace("。", ""))
        .filter(all::contains)
        .toList();
  }
}
