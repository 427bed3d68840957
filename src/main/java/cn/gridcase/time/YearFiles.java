package cn.gridcase.time;

import cn.gridcase.config.Problems;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** 2026.json and its like: what the schema of one of them cannot see. */
final class YearFiles {
  private final SortedMap<Integer, CalendarYear> years;
  private final Problems problems;
  private final Set<LocalDate> named = new HashSet<>();

  private YearFiles(SortedMap<Integer, CalendarYear> years, Problems problems) {
    this.years = years;
    this.problems = problems;
  }

  static void check(SortedMap<Integer, CalendarYear> years, Problems problems) {
    new YearFiles(years, problems).check();
  }

  private void check() {
    // A gap would be taken for a year that is not announced.
    for (int year = years.firstKey(); year < years.lastKey(); year++) {
      if (!years.containsKey(year)) {
        problems.add(year + ".json", Problems.WHOLE_FILE, "缺少这个文件，年份要逐年连着");
      }
    }
    years.forEach(this::check);
  }

  private void check(int name, CalendarYear year) {
    String file = name + ".json";
    if (year.year() != name) {
      problems.add(file, "year", "文件名说是 " + name + " 年，这里写的是 " + year.year());
    }
    List<CalendarDay> days = year.days();
    for (int i = 0; i < days.size(); i++) {
      check(file, Problems.item("days", i, days.get(i).name()), name, days.get(i));
    }
  }

  private void check(String file, String key, int year, CalendarDay day) {
    LocalDate date = day.date();
    // A year's notice may reach back into the last days of the year before.
    if (date.isBefore(LocalDate.of(year - 1, 12, 20)) || date.getYear() > year) {
      problems.add(file, key, date + " 不在 " + year + " 年");
    } else if (!named.add(date)) {
      problems.add(file, key, date + " 前面已经写过了");
    } else if (!day.isOffDay() && !isWeekend(date)) {
      problems.add(file, key, date + " 不是周六或周日，用不着调休上班");
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
