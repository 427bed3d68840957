package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 计时说明: why a deadline is when it is. */
class ExplanationTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private static Ledger ledger(String start, String limit) {
    return Ledger.starting(at(start), TimeLimit.parse(limit));
  }

  private static Pause pause(String from, String to) {
    return new Pause(at(from), Optional.of(at(to)));
  }

  private List<String> lines(Ledger ledger, String now) {
    return calendar.explain(ledger, at(now)).lines();
  }

  @Test
  void workingDaysTellWhatWasSkippedAndWhatWasMadeUp() {
    assertEquals(
        List.of(
            "起算：2月13日（周五）10:00，时限5工作日，当天不算，只算工作日",
            "计入：2月14日、2月24日—27日，共5个工作日",
            "跳过：2月15日—23日春节",
            "调休上班：2月14日（周六）",
            "截止：2月27日（周五）17:30，还有35小时"),
        lines(ledger("2026-02-13T10:00", "5工作日"), "2026-02-13T17:30"));
  }

  @Test
  void workingHoursTellWhatEachDayTook() {
    assertEquals(
        List.of(
            "起算：9月24日（周四）17:00，时限2工作时，只算上班时间",
            "计入：9月24日30分、9月28日1小时30分",
            "跳过：9月25日—27日中秋节",
            "截止：9月28日（周一）10:30，已超1小时30分"),
        lines(ledger("2026-09-24T17:00", "2工作时"), "2026-09-28T12:00"));
  }

  @Test
  void aDayWorkedInsteadIsSaidToBeOne() {
    assertEquals(
        List.of(
            "起算：9月20日（周日）10:00，时限4工作时，只算上班时间",
            "计入：9月20日4小时",
            "调休上班：9月20日（周日）",
            "截止：9月20日（周日）15:30，还有4小时"),
        lines(ledger("2026-09-20T10:00", "4工作时"), "2026-09-20T09:00"));
  }

  @Test
  void naturalHoursNeedNoDays() {
    assertEquals(
        List.of("起算：2月15日（周日）23:30，时限2小时，不分昼夜连续计算", "截止：2月16日（周一）01:30，还有2小时"),
        lines(ledger("2026-02-15T23:30", "2小时"), "2026-02-15T23:30"));
  }

  @Test
  void calendarDaysTellOnlyWhyTheLastWasPutOff() {
    assertEquals(
        List.of(
            "起算：9月29日（周二）10:00，时限3天，当天不算，末日不上班的顺延", "跳过：10月2日—7日国庆节", "截止：10月8日（周四）17:30，还有17小时"),
        lines(ledger("2026-09-29T10:00", "3天"), "2026-09-29T14:30"));
  }

  @Test
  void aPauseTellsTheTimeItGaveBackAndAnExtensionWhereItLed() {
    Ledger ledger =
        new Ledger(
            at("2026-11-23T09:00"),
            TimeLimit.parse("8工作时"),
            List.of(pause("2026-11-23T17:00", "2026-11-24T09:30")),
            List.of(new Extension(at("2026-11-24T10:00"), TimeLimit.parse("1工作日"))));

    assertEquals(
        List.of(
            "起算：11月23日（周一）09:00，时限8工作时，只算上班时间",
            "计入：11月23日6小时30分、11月24日6小时30分、11月25日7小时",
            "停止计时：11月23日（周一）17:00至11月24日（周二）09:30，补回1小时",
            "延期：11月24日（周二）10:00准许1工作日，延到11月25日（周三）17:30",
            "截止：11月25日（周三）17:30，还有8小时"),
        lines(ledger, "2026-11-24T16:30"));
  }

  @Test
  void aClockThatStandsStillTellsWhatIsLeft() {
    Ledger ledger =
        new Ledger(
            at("2026-11-23T09:00"),
            TimeLimit.parse("4工作时"),
            List.of(new Pause(at("2026-11-23T10:00"), Optional.empty())),
            List.of());

    assertEquals(
        List.of(
            "起算：11月23日（周一）09:00，时限4工作时，只算上班时间",
            "计入：11月23日1小时",
            "停止计时：11月23日（周一）10:00起，到现在5小时",
            "现在停止计时，恢复后还有3小时"),
        lines(ledger, "2026-11-23T16:30"));
  }

  @Test
  void aPauseAfterTheDeadlineGaveNothingBack() {
    Ledger ledger =
        new Ledger(
            at("2026-11-23T09:00"),
            TimeLimit.parse("4工作时"),
            List.of(new Pause(at("2026-11-23T15:00"), Optional.empty())),
            List.of());
    Explanation told = calendar.explain(ledger, at("2026-11-23T16:00"));

    assertEquals(Duration.ZERO, told.pauses().get(0).counted());
    assertEquals(Duration.ofMinutes(-90), told.left());
  }

  @Test
  void aProvisionalDeadlineTellsWhichYearIsNotAnnounced() {
    assertEquals(
        List.of(
            "起算：12月25日（周五）10:00，时限7工作日，当天不算，只算工作日",
            "计入：12月28日—31日、1月4日—6日，共7个工作日",
            "跳过：12月26日—27日周末、1月1日元旦、1月2日—3日周末",
            "截止：1月6日（周三）17:30（暂定），还有49小时",
            "暂定：2027年的放假安排还没有公布，公布以后重新推算"),
        lines(ledger("2026-12-25T10:00", "7工作日"), "2026-12-25T18:00"));
  }

  @Test
  void aLongLimitIsToldShortly() {
    List<Pause> pauses =
        List.of(
            pause("2026-09-10T10:00", "2026-09-10T11:00"),
            pause("2026-09-11T10:00", "2026-09-11T11:00"),
            pause("2026-09-14T10:00", "2026-09-15T11:00"));
    TimeLimit day = TimeLimit.parse("1工作日");
    List<Extension> extensions =
        List.of(
            new Extension(at("2026-09-10T09:00"), day),
            new Extension(at("2026-09-11T09:00"), day),
            new Extension(at("2026-09-14T09:00"), day));
    Ledger ledger =
        new Ledger(at("2026-09-09T10:00"), TimeLimit.parse("20工作日"), pauses, extensions);

    assertEquals(
        List.of(
            "起算：9月9日（周三）10:00，时限20工作日，当天不算，只算工作日",
            "计入：9月10日—10月22日，共27个工作日",
            "跳过：9月25日—27日中秋节、10月1日—7日国庆节，周末共6天",
            "调休上班：9月20日（周日）、10月10日（周六）",
            "此前还有1次停止计时",
            "停止计时：9月11日（周五）10:00至9月11日（周五）11:00，补回1小时",
            "停止计时：9月14日（周一）10:00至9月15日（周二）11:00，补回8小时"),
        lines(ledger, "2026-09-16T09:00").subList(0, 7));
    assertTrue(lines(ledger, "2026-09-16T09:00").size() <= 12);
  }

  /** Whatever is asked: what was counted is what was allowed, and it is told in a few lines. */
  @Test
  void whatIsCountedAddsUpToTheLimit() {
    Random random = new Random(20261128);
    Instant base = at("2025-01-01T00:00");
    for (int i = 0; i < 500; i++) {
      Instant start = base.plus(Duration.ofMinutes(random.nextInt(900_000)));
      TimeLimit limit = new TimeLimit(1 + random.nextInt(900), LimitKind.WORKING_HOUR);
      List<Pause> pauses = new ArrayList<>();
      for (int j = random.nextInt(4); j > 0; j--) {
        Instant from = start.plus(Duration.ofMinutes(random.nextInt(20_000)));
        pauses.add(new Pause(from, Optional.of(from.plus(Duration.ofMinutes(1 + i * 10L)))));
      }
      Ledger ledger = new Ledger(start, limit, pauses, List.of());
      Explanation told = calendar.explain(ledger, start);

      assertEquals(
          Duration.ofHours(limit.amount()),
          told.days().stream().map(Stretch::counted).reduce(Duration.ZERO, Duration::plus),
          ledger.toString());
      assertEquals(calendar.due(ledger), told.due());
      assertTrue(told.lines().size() <= 12, told.lines().toString());
    }
  }

  @Test
  void everyDayOnTheWayIsToldOnce() {
    Explanation told =
        calendar.explain(ledger("2026-09-09T10:00", "20工作日"), at("2026-09-09T10:00"));
    List<LocalDate> days = told.days().stream().map(Stretch::from).toList();

    assertEquals(LocalDate.of(2026, 9, 9).datesUntil(LocalDate.of(2026, 10, 14)).toList(), days);
    assertEquals(35, told.stretches().stream().mapToLong(Stretch::days).sum());
  }
}
