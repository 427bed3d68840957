package cn.gridcase.supervision;

import cn.gridcase.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** 缺的一年: the first year whose holidays are not announced to us, and when to ask for them. */
record MissingYear(int year, WorkCalendar calendar) {
  static MissingYear of(WorkCalendar calendar) {
    return new MissingYear(calendar.firstYearMissing(), calendar);
  }

  /** Whether the notice can be expected: it comes in November of the year before. */
  boolean isExpected(Instant now) {
    return !now.isBefore(atWork(firstMonday()));
  }

  /** When people are next at work on a Monday on which it can be expected. */
  Instant next(Instant now) {
    LocalDate thisMonday =
        now.atZone(calendar.zone())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate monday = thisMonday.isBefore(firstMonday()) ? firstMonday() : thisMonday;
    while (!atWork(monday).isAfter(now)) {
      monday = monday.plusWeeks(1);
    }
    return atWork(monday);
  }

  private LocalDate firstMonday() {
    return LocalDate.of(year - 1, Month.NOVEMBER, 1)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }

  /** A Monday off moves to the next working day. */
  private Instant atWork(LocalDate monday) {
    return calendar.atWork(monday.atStartOfDay(calendar.zone()).toInstant());
  }

  String said() {
    String file = year + ".json";
    return year
        + "年的放假安排还没有放进配置，落在那一年的截止时间都是暂定的。\n"
        + "国务院办公厅公布以后，请从 GitHub 的 NateScarlet/holiday-cn 下载 "
        + file
        + "，放进 bot-config 目录，几秒后自动生效。\n"
        + "放好以前每周一提醒一次。";
  }
}
