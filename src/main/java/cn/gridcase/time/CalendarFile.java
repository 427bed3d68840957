package cn.gridcase.time;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** calendar.yaml: the working slots, holidays and make-up workdays. */
@ApplicationScoped
public class CalendarFile extends ConfigFile<WorkCalendar> {
  /** Built by the container, and by tests. */
  public CalendarFile() {
    super("calendar.yaml", WorkCalendar.class);
  }

  @Override
  protected void check(WorkCalendar calendar, Snapshot all, Problems problems) {
    checkSlots(calendar.slots(), "slots", problems);
    checkShifts(calendar.shifts(), problems);
    checkOrder(calendar.years(), problems);
    Set<LocalDate> off = new HashSet<>();
    for (int i = 0; i < calendar.years().size(); i++) {
      checkHolidays(calendar.years().get(i), key(calendar, i), off, problems);
    }
    for (int i = 0; i < calendar.years().size(); i++) {
      checkMakeUpDays(calendar.years().get(i), key(calendar, i) + ".makeUpDays", off, problems);
    }
  }

  private static String key(WorkCalendar calendar, int i) {
    return Problems.item("years", i, String.valueOf(calendar.years().get(i).year()));
  }

  private void checkShifts(List<Shift> shifts, Problems problems) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < shifts.size(); i++) {
      String key = Problems.item("shifts", i, shifts.get(i).name());
      if (!names.add(shifts.get(i).name())) {
        problems.add(name(), key + ".name", "这个班次前面已经有了");
      }
      checkSlots(shifts.get(i).slots(), key + ".slots", problems);
    }
  }

  private void checkSlots(List<Slot> slots, String list, Problems problems) {
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      String key = Problems.item(list, i, "");
      if (!slot.from().isBefore(slot.to())) {
        problems.add(name(), key, "结束时间要晚于开始时间");
      }
      if (i > 0 && slot.from().isBefore(slots.get(i - 1).to())) {
        problems.add(name(), key + ".from", "各时段要按先后写，并且不能重叠");
      }
    }
  }

  /** A gap would be taken for a year without announced holidays. */
  private void checkOrder(List<CalendarYear> years, Problems problems) {
    for (int i = 1; i < years.size(); i++) {
      int expected = years.get(i - 1).year() + 1;
      if (years.get(i).year() != expected) {
        String key = Problems.item("years", i, String.valueOf(years.get(i).year())) + ".year";
        problems.add(name(), key, "年份要逐年连着写，这里应当是 " + expected);
      }
    }
  }

  private void checkHolidays(CalendarYear year, String key, Set<LocalDate> off, Problems problems) {
    for (int i = 0; i < year.holidays().size(); i++) {
      Holiday holiday = year.holidays().get(i);
      String at = Problems.item(key + ".holidays", i, holiday.name());
      if (holiday.from().isAfter(holiday.to())) {
        problems.add(name(), at, "结束日期早于开始日期");
      } else if (foreign(holiday.from(), year.year()) || foreign(holiday.to(), year.year())) {
        problems.add(name(), at, "日期不在 " + year.year() + " 年");
      } else {
        List<LocalDate> twice = holiday.days().filter(day -> !off.add(day)).toList();
        twice.stream().findFirst().ifPresent(day -> problems.add(name(), at, day + " 已经写在另一个假期里"));
      }
    }
  }

  private void checkMakeUpDays(
      CalendarYear year, String key, Set<LocalDate> off, Problems problems) {
    for (LocalDate day : year.makeUpDays()) {
      if (foreign(day, year.year())) {
        problems.add(name(), key, day + " 不在 " + year.year() + " 年");
      } else if (off.contains(day)) {
        problems.add(name(), key, day + " 同时写成了假期");
      } else if (day.getDayOfWeek() != DayOfWeek.SATURDAY
          && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        problems.add(name(), key, day + " 不是周六或周日，用不着调休");
      }
    }
  }

  /** A year's notice may reach back into the last days of the year before. */
  private static boolean foreign(LocalDate day, int year) {
    return day.isBefore(LocalDate.of(year - 1, 12, 20)) || day.getYear() > year;
  }
}
