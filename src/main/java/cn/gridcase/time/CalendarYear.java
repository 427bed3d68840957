package cn.gridcase.time;

import java.time.LocalDate;
import java.util.List;

/**
 * One year's holidays and make-up workdays.
 *
 * @param announced whether the State Council's notice is out; if not, dues in it are 暂定
 * @param source the document these days were taken from
 * @param makeUpDays 调休上班: days of a weekend that are worked
 */
public record CalendarYear(
    int year,
    boolean announced,
    String source,
    List<Holiday> holidays,
    List<LocalDate> makeUpDays) {
  public CalendarYear {
    holidays = List.copyOf(holidays);
    makeUpDays = List.copyOf(makeUpDays);
  }
}
