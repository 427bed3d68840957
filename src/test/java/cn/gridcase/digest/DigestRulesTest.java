package cn.gridcase.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestRulesTest {
  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final ShippedConfig shipped = ShippedConfig.of(new DigestFile(), new RosterFile());
  private final DigestRules everyDay = shipped.value(DigestRules.class);
  private final DigestRules workingDays =
      shipped
          .replacing("digest.yaml", "restDays: true", "restDays: false")
          .value(DigestRules.class);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "DAILY,2026-11-23T08:29:59,2026-11-23T08:30",
    "DAILY,2026-11-23T08:30,2026-11-24T08:30",
    "DAILY,2026-11-27T20:00,2026-11-28T08:30",
    "WEEKLY,2026-11-23T08:00,2026-11-23T08:30",
    "WEEKLY,2026-11-23T09:00,2026-11-30T08:30"
  })
  void theNextIssueIsTomorrowAtTheLatestAndTheWeeklyOneOnMonday(
      DigestKind kind, String now, String next) {
    assertEquals(at(next), everyDay.next(kind, at(now), calendar));
  }

  @ParameterizedTest
  @CsvSource({
    "DAILY,2026-11-23T08:29,2026-11-22,2026-11-21",
    "DAILY,2026-11-23T08:30,2026-11-23,2026-11-22",
    "WEEKLY,2026-11-23T08:30,2026-11-23,2026-11-16",
    "WEEKLY,2026-11-26T07:00,2026-11-23,2026-11-16"
  })
  void anIssueTellsOfTheDaysSinceTheOneBefore(
      DigestKind kind, String now, LocalDate day, LocalDate from) {
    assertEquals(new Issue(kind, day, from), everyDay.last(kind, at(now), calendar));
  }

  @Test
  void withoutIssuesOnRestDaysTheNextOneTellsOfThemToo() {
    assertEquals(
        at("2026-10-08T08:30"),
        workingDays.next(DigestKind.DAILY, at("2026-09-30T09:00"), calendar));
    assertEquals(
        new Issue(DigestKind.DAILY, LocalDate.of(2026, 10, 8), LocalDate.of(2026, 9, 30)),
        workingDays.last(DigestKind.DAILY, at("2026-10-08T09:00"), calendar));
    assertEquals(
        at("2026-10-10T08:30"),
        workingDays.next(DigestKind.DAILY, at("2026-10-09T09:00"), calendar),
        "a make-up workday");
  }

  @Test
  void theShippedRulesAreRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"12:00\" | \"08:30\" | latest · 要晚于 time 写的 08:30",
        "\"08:30\" | \"8点半\" | time · 不能写“8点半”，时间要写成 \"08:30\" 这样，24 小时制，带引号",
        "weekday: 1 | weekday: 8 | weekday · 最大值必须为 7",
        "tell: [领导] | tell: [领导, 值班长] | tell · roster.yaml 里没有值班长"
      })
  void aMistakeIsNamedWithItsKeyAndReason(String piece, String by, String problem) {
    assertEquals(
        List.of("digest.yaml · " + problem),
        shipped
            .replacing("roster.yaml", "roles: [值班长]", "roles: [派遣员]")
            .replacing("digest.yaml", piece, by)
            .problems());
  }
}
