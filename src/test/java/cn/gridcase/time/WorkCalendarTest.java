package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final ShippedConfig SHIPPED = ShippedConfig.of(new CalendarFile());

  private final WorkCalendar calendar = SHIPPED.value(WorkCalendar.class);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private Due due(String from, String limit) {
    return calendar.due(at(from), TimeLimit.parse(limit));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13,5,2026-02-27",
    "2026-02-14,5,2026-02-28",
    "2026-04-30,5,2026-05-11",
    "2026-05-08,3,2026-05-12",
    "2026-09-24,5,2026-10-09",
    "2025-01-24,5,2025-02-07",
    "2026-10-09,1,2026-10-10"
  })
  void workingDaysSkipHolidaysAndCountMakeUpDays(String from, int days, String due) {
    assertEquals(new Due(at(due + "T17:30"), false), due(from + "T10:00", days + "工作日"));
  }

  @Test
  void aYearNotAnnouncedCountsItsStatutoryDaysAndIsProvisional() {
    assertEquals(new Due(at("2027-01-06T17:30"), true), due("2026-12-25T10:00", "7工作日"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14T16:30,4,2026-02-24T12:00",
    "2026-09-20T10:00,4,2026-09-20T15:30",
    "2026-09-24T17:00,2,2026-09-28T10:30",
    "2026-10-10T11:00,4,2026-10-10T16:30",
    "2026-11-21T08:00,2,2026-11-23T11:00",
    "2026-11-23T12:30,2,2026-11-23T15:30"
  })
  void workingHoursRunInTheSlotsOnly(String from, int hours, String due) {
    assertEquals(new Due(at(due), false), due(from, hours + "工作时"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00,3,2026-11-23T12:00",
    "2026-11-23T09:00,7,2026-11-23T17:30",
    "2026-11-23T12:00,1,2026-11-23T14:30",
    "2026-11-23T17:30,1,2026-11-24T10:00",
    "2026-11-23T20:00,1,2026-11-24T10:00"
  })
  void aLimitThatEndsWithASlotIsDueAtItsEnd(String from, int hours, String due) {
    assertEquals(new Due(at(due), false), due(from, hours + "工作时"));
  }

  @Test
  void naturalHoursRunRoundTheClockAndNeedNoCalendar() {
    assertEquals(new Due(at("2026-02-16T01:30"), false), due("2026-02-15T23:30", "2小时"));
    assertEquals(new Due(at("2027-02-05T12:00"), false), due("2027-02-04T12:00", "24小时"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00,1,2026-11-24T17:30",
    "2026-11-23T10:00,7,2026-11-30T17:30",
    "2026-11-23T10:00,5,2026-11-30T17:30",
    "2026-09-29T10:00,3,2026-10-08T17:30",
    "2026-10-03T10:00,7,2026-10-10T17:30"
  })
  void calendarDaysThatEndOnARestDayGoOnToTheNextWorkingDay(String from, int days, String due) {
    assertEquals(new Due(at(due), false), due(from, days + "天"));
  }

  @ParameterizedTest
  @CsvSource({"2024,251", "2025,248", "2026,248"})
  void theShippedYearsHaveTheirNumberOfWorkingDays(int year, int workingDays) {
    assertEquals(
        workingDays,
        LocalDate.ofYearDay(year, 1)
            .datesUntil(LocalDate.ofYearDay(year + 1, 1))
            .filter(calendar::isWorkingDay)
            .count());
  }

  /** 全国年节及纪念日放假办法: thirteen days, the lunar ones too. */
  @Test
  void aYearNotAnnouncedRestsOnStatutoryDaysOnly() {
    assertEquals(
        Stream.of(
                "2027-01-01 元旦",
                "2027-02-05 春节",
                "2027-02-06 春节",
                "2027-02-07 春节",
                "2027-02-08 春节",
                "2027-04-05 清明节",
                "2027-05-01 劳动节",
                "2027-05-02 劳动节",
                "2027-06-09 端午节",
                "2027-09-15 中秋节",
                "2027-10-01 国庆节",
                "2027-10-02 国庆节",
                "2027-10-03 国庆节")
            .toList(),
        statutory(2027));
  }

  private static List<String> statutory(int year) {
    return LocalDate.ofYearDay(year, 1)
        .datesUntil(LocalDate.ofYearDay(year + 1, 1))
        .flatMap(day -> StatutoryDays.holiday(day).map(name -> day + " " + name).stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-04,1,2027-02-09",
    "2027-06-08,1,2027-06-10",
    "2029-09-28,1,2029-10-04",
    "2098-12-31,1,2099-01-02"
  })
  void aYearNotAnnouncedCountsByStatuteAndIsProvisional(String from, int days, String due) {
    assertEquals(new Due(at(due + "T17:30"), true), due(from + "T10:00", days + "工作日"));
  }

  @Test
  void aYearBeyondTheTableKnowsTheFixedDays() {
    assertEquals(6, statutory(2100).size());
    assertFalse(calendar.isWorkingDay(LocalDate.of(2100, 10, 1)));
    assertTrue(calendar.isWorkingDay(LocalDate.of(2100, 2, 9)));
  }

  /** The notice for 2027 in the file moves what was computed without it. */
  @Test
  void aYearIsAnnouncedOnceItsFileIsThere() {
    WorkCalendar announced =
        SHIPPED
            .with(
                "2027.json",
                """
                {"$schema": "x", "year": 2027, "papers": [], "days": [
                  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                  {"name": "元旦", "date": "2027-01-04", "isOffDay": true}]}
                """)
            .value(WorkCalendar.class);

    assertEquals(
        new Due(at("2027-01-07T17:30"), false),
        announced.due(at("2026-12-25T10:00"), TimeLimit.parse("7工作日")));
    assertNotEquals(calendar.version(), announced.version());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00,4工作时,50,2026-11-23T11:00",
    "2026-11-23T11:00,4工作时,80,2026-11-23T15:42",
    "2026-11-23T16:30,4工作时,80,2026-11-24T11:12",
    "2026-11-21T08:00,5工作时,80,2026-11-23T14:30",
    "2026-11-23T12:00,1工作日,50,2026-11-24T10:30",
    "2026-11-23T18:00,5工作日,80,2026-11-27T17:30",
    "2026-09-24T17:00,1工作日,80,2026-09-28T16:00",
    "2026-11-23T18:00,6天,20,2026-11-24T17:30",
    "2026-11-23T23:00,2小时,80,2026-11-24T00:36",
    "2026-11-20T12:00,24小时,50,2026-11-21T00:00"
  })
  void aShareOfALimitIsUsedUpAsItsOwnTimePasses(
      String from, String limit, int percent, String used) {
    assertEquals(
        Optional.of(at(used)),
        calendar.used(percent, Ledger.starting(at(from), TimeLimit.parse(limit))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00,2026-11-23T09:00",
    "2026-11-23T11:59:59,2026-11-23T11:59:59",
    "2026-11-23T12:00,2026-11-23T13:30",
    "2026-11-23T17:30,2026-11-24T09:00",
    "2026-11-23T03:00,2026-11-23T09:00",
    "2026-11-21T10:00,2026-11-23T09:00",
    "2026-09-20T10:00,2026-09-20T10:00",
    "2026-09-30T17:30,2026-10-08T09:00"
  })
  void whoIsNotAtWorkIsNextInASlotOfAWorkingDay(String instant, String atWork) {
    assertEquals(at(atWork), calendar.atWork(at(instant)));
  }

  @Test
  void aDueTimeIsSaidInChinese() {
    assertEquals("11月24日（周二）17:30", due("2026-11-23T14:00", "1工作日").said(SHANGHAI));
    assertEquals("1月6日（周三）17:30（暂定）", due("2026-12-25T10:00", "7工作日").said(SHANGHAI));
    assertEquals("11月23日（周一）09:05", new Due(at("2026-11-23T09:05:59"), false).said(SHANGHAI));
  }

  private static WorkCalendar with(String piece, String by) {
    return SHIPPED.replacing("calendar.yaml", piece, by).value(WorkCalendar.class);
  }

  private static final String CLOSED =
      "zone: Asia/Shanghai\nshutdowns:\n  - {name: 办公室搬迁, from: 2026-11-24, to: 2026-11-25}";

  @Test
  void nobodyWorksOnAClosedDayAndEmergenciesGoOn() {
    WorkCalendar closed = with("zone: Asia/Shanghai", CLOSED);
    Instant monday = at("2026-11-23T16:30");

    assertEquals(
        new Due(at("2026-11-26T10:00"), false), closed.due(monday, TimeLimit.parse("2工作时")));
    assertEquals(new Due(at("2026-11-26T17:30"), false), closed.due(monday, TimeLimit.parse("1天")));
    assertEquals(
        new Due(at("2026-11-24T16:30"), false), closed.due(monday, TimeLimit.parse("24小时")));
    assertEquals(
        new Due(at("2026-11-26T18:00"), false),
        closed.of(Optional.of("夜间巡查")).due(at("2026-11-23T21:30"), TimeLimit.parse("1工作时")));
  }

  @Test
  void aDayMayEndAt24() {
    WorkCalendar nights = with("\"22:00\"", "\"24:00\"").of(Optional.of("夜间巡查"));

    assertEquals(
        new Due(at("2026-11-24T00:00"), false),
        nights.due(at("2026-11-23T20:00"), TimeLimit.parse("4工作时")));
    assertEquals(
        new Due(at("2026-11-25T00:00"), false),
        nights.due(at("2026-11-23T20:00"), TimeLimit.parse("1工作日")));
    assertEquals("11月24日（周二）24:00", nights.said(at("2026-11-25T00:00")));
    assertEquals(at("2026-11-24T17:30"), nights.atWork(at("2026-11-24T00:00")));
  }

  @Test
  void anExtensionFrom24DoesNotSkipTheDayThatBegins() {
    WorkCalendar nights = with("\"22:00\"", "\"24:00\"").of(Optional.of("夜间巡查"));
    TimeLimit day = TimeLimit.parse("1工作日");
    Ledger ledger =
        new Ledger(
            at("2026-11-23T20:00"),
            day,
            List.of(),
            List.of(new Extension(at("2026-11-24T09:00"), day)));

    assertEquals(Optional.of(new Due(at("2026-11-26T00:00"), false)), nights.due(ledger));
  }

  @Test
  void whatComesAfterAProvisionalDeadlineIsProvisional() {
    Ledger ledger =
        new Ledger(
            at("2026-12-31T10:00"),
            TimeLimit.parse("1工作日"),
            List.of(),
            List.of(new Extension(at("2026-12-31T11:00"), TimeLimit.parse("2小时"))));

    assertEquals(Optional.of(new Due(at("2027-01-04T19:30"), true)), calendar.due(ledger));
  }

  @ParameterizedTest
  @CsvSource({
    // 2026-03-29 02:00 to 03:00 does not exist, 2026-10-25 02:00 to 03:00 is there twice.
    "2026-03-28T23:00:00Z,1工作时,2026-03-29T00:00:00Z",
    "2026-03-28T23:00:00Z,3工作时,2026-03-29T02:00:00Z",
    "2026-03-28T23:00:00Z,23工作时,2026-03-29T22:00:00Z",
    "2026-03-28T23:00:00Z,24工作时,2026-03-29T23:00:00Z",
    "2026-10-24T22:00:00Z,25工作时,2026-10-25T23:00:00Z",
    "2026-10-24T22:00:00Z,26工作时,2026-10-26T00:00:00Z",
    "2026-03-28T12:00:00Z,1工作日,2026-03-29T22:00:00Z",
    "2026-10-24T12:00:00Z,1工作日,2026-10-25T23:00:00Z",
    "2026-03-28T12:00:00Z,1天,2026-03-29T22:00:00Z",
    "2026-03-28T12:00:00Z,24小时,2026-03-29T12:00:00Z"
  })
  void aChangeOfTheClocksNeitherAddsNorTakesTime(String from, String limit, String due) {
    WorkCalendar roundTheClock =
        SHIPPED
            .replacing("calendar.yaml", "Asia/Shanghai", "Europe/Berlin")
            .replacing("calendar.yaml", "\"17:30\"\n        to: \"22:00\"", BERLIN)
            .value(WorkCalendar.class)
            .of(Optional.of("夜间巡查"));

    assertEquals(
        Instant.parse(due), roundTheClock.due(Instant.parse(from), TimeLimit.parse(limit)).at());
  }

  /** The second begins, and the first ends, in the hour that is skipped or repeated. */
  private static final String BERLIN =
      """
      "00:00"
              to: "02:30"
            - from: "02:30"
              to: "24:00\"""";

  @Test
  void theVersionChangesWithWhatDecidesDeadlinesAndWithNothingElse() {
    List<String> versions =
        Stream.of(
                calendar,
                with("Asia/Shanghai", "Europe/Berlin"),
                with("\"09:00\"", "\"08:30\""),
                with("everyDay: true", "everyDay: false"),
                with("zone: Asia/Shanghai", CLOSED),
                SHIPPED
                    .replacing("2026.json", "\"2026-10-07\"", "\"2026-10-08\"")
                    .value(WorkCalendar.class))
            .map(WorkCalendar::version)
            .toList();

    assertEquals(List.copyOf(new LinkedHashSet<>(versions)), versions);
    assertEquals(calendar.version(), calendar.of(Optional.of("夜间巡查")).version());
    assertEquals(
        calendar.version(), with("# 工作时段", "# 上班时间").version(), "wording alone changes nothing");
    assertTrue(calendar.version().matches("[0-9a-f]{12}"), calendar.version());
  }
}
