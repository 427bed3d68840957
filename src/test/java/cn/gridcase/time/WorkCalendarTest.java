package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.gridcase.config.ShippedConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);

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

  @Test
  void bothAnnouncedYearsHave248WorkingDays() {
    for (int year : new int[] {2025, 2026}) {
      long days =
          LongStream.range(
                  LocalDate.of(year, 1, 1).toEpochDay(), LocalDate.of(year + 1, 1, 1).toEpochDay())
              .filter(day -> calendar.isWorkingDay(LocalDate.ofEpochDay(day)))
              .count();
      assertEquals(248, days, "working days of " + year);
    }
  }

  @Test
  void aYearNobodyWroteDownKnowsTheFixedStatutoryDaysAndIsProvisional() {
    assertFalse(calendar.isWorkingDay(LocalDate.of(2029, 10, 2)));
    assertEquals(new Due(at("2029-10-04T17:30"), true), due("2029-09-28T10:00", "1工作日"));
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
}
