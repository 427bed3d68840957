package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 计时账: what pauses and extensions do to a deadline. 2026-11-23 is a Monday. */
class LedgerTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String MONDAY_NINE = "2026-11-23T09:00";

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  /** Written {@code 2026-11-23T10:00/2026-11-23T11:00}; nothing after the stroke while it lasts. */
  private static Pause pause(String written) {
    int stroke = written.indexOf('/');
    return stroke < 0
        ? new Pause(at(written), Optional.empty())
        : new Pause(
            at(written.substring(0, stroke)), Optional.of(at(written.substring(stroke + 1))));
  }

  private static Ledger ledger(String start, String limit, String... pauses) {
    return new Ledger(
        at(start),
        TimeLimit.parse(limit),
        Arrays.stream(pauses).map(LedgerTest::pause).toList(),
        List.of());
  }

  private Optional<Instant> due(Ledger ledger) {
    return calendar.due(ledger).map(Due::at);
  }

  @ParameterizedTest
  @CsvSource({
    "4工作时, 2026-11-23T10:00/2026-11-23T11:00, 2026-11-23T15:30",
    "4工作时, 2026-11-23T11:00/2026-11-23T14:00, 2026-11-23T16:00",
    "4工作时, 2026-11-23T12:00/2026-11-23T13:30, 2026-11-23T14:30",
    "8工作时, 2026-11-23T17:00/2026-11-24T09:30, 2026-11-24T11:00",
    "8工作时, 2026-11-23T18:00/2026-11-24T08:00, 2026-11-24T10:00",
    "5工作日, 2026-11-24T09:00/2026-11-24T17:30, 2026-12-01T17:30",
    "5工作日, 2026-11-27T15:30/2026-11-30T10:00, 2026-12-01T12:00",
    "1工作日, 2026-11-23T18:00/2026-11-24T09:00, 2026-11-24T17:30",
    "24小时, 2026-11-23T20:00/2026-11-23T22:30, 2026-11-24T11:30",
    "7天, 2026-11-28T00:00/2026-11-30T00:00, 2026-11-30T17:30"
  })
  void aPauseMovesTheDeadlineByExactlyTheTimeItTook(String limit, String pause, String due) {
    assertEquals(Optional.of(at(due)), due(ledger(MONDAY_NINE, limit, pause)));
  }

  @Test
  void whileItStandsStillThereIsNoDeadline() {
    Ledger ledger = ledger(MONDAY_NINE, "4工作时", "2026-11-23T10:00");

    assertTrue(ledger.isPaused());
    assertEquals(Optional.empty(), due(ledger));
    assertEquals(Optional.empty(), calendar.used(80, ledger));
  }

  @Test
  void overlappingPausesCountOnce() {
    String inner = "2026-11-23T10:00/2026-11-23T10:30";
    String outer = "2026-11-23T09:30/2026-11-23T11:00";
    String tail = "2026-11-23T10:50/2026-11-23T11:30";

    assertEquals(
        Optional.of(at("2026-11-23T16:30")), due(ledger(MONDAY_NINE, "4工作时", inner, outer, tail)));
  }

  @Test
  void nothingBeforeTheStartCounts() {
    assertEquals(
        Optional.of(at("2026-11-23T15:00")),
        due(
            ledger(
                MONDAY_NINE,
                "4工作时",
                "2026-11-20T09:00/2026-11-20T12:00",
                "2026-11-20T15:00/2026-11-23T09:30")));
  }

  @Test
  void aPauseAfterTheDeadlineRescuesNothing() {
    Ledger ledger = ledger(MONDAY_NINE, "4工作时", "2026-11-23T14:30");

    assertEquals(Optional.of(at("2026-11-23T14:30")), due(ledger));
  }

  @Test
  void aPauseIntoNextYearMakesTheDeadlineProvisional() {
    Ledger ledger = ledger("2026-12-28T09:00", "2工作日", "2026-12-29T09:00/2026-12-31T12:00");

    assertEquals(Optional.of(new Due(at("2027-01-05T12:00"), true)), calendar.due(ledger));
  }

  @ParameterizedTest
  @CsvSource({
    "4工作时, 2工作时, 2026-11-23T16:30",
    "4工作时, 1工作日, 2026-11-24T17:30",
    "1工作日, 3工作日, 2026-11-27T17:30",
    "2小时, 2小时, 2026-11-23T13:00"
  })
  void anExtensionRunsFromTheDeadline(String limit, String by, String due) {
    Ledger ledger =
        new Ledger(
            at(MONDAY_NINE),
            TimeLimit.parse(limit),
            List.of(),
            List.of(new Extension(at("2026-11-23T10:00"), TimeLimit.parse(by))));

    assertEquals(Optional.of(at(due)), due(ledger));
  }

  @Test
  void aShareIsUsedUpWithoutThePauses() {
    Ledger ledger = ledger(MONDAY_NINE, "4工作时", "2026-11-23T10:00/2026-11-23T11:00");

    assertEquals(Optional.of(at("2026-11-23T09:48")), calendar.used(20, ledger));
    assertEquals(Optional.of(at("2026-11-23T14:42")), calendar.used(80, ledger));
  }

  @Test
  void aShiftWorksItsOwnHoursOnEveryDay() {
    WorkCalendar evenings = calendar.of(Optional.of("夜间巡查"));

    assertEquals(
        new Due(at("2026-11-22T18:30"), false),
        evenings.due(at("2026-11-21T21:00"), TimeLimit.parse("2工作时")));
  }
}
