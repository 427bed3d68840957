package cn.gridcase.time;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.ConfigSeries;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** calendar.yaml: the working slots; with it 2026.json and its like: a year's holidays each. */
@ApplicationScoped
public class CalendarFile extends ConfigFile<WorkCalendar> {
  private static final ConfigSeries YEARS =
      new ConfigSeries("years", Pattern.compile("[0-9]{4}\\.json"), "2026.json（每年一个）");

  /** Built by the container, and by tests. */
  public CalendarFile() {
    super("calendar.yaml", WorkCalendar.class, List.of(YEARS));
  }

  @Override
  protected void check(WorkCalendar calendar, Snapshot all, Problems problems) {
    checkSlots(calendar.slots(), "slots", problems);
    checkShifts(calendar.shifts(), problems);
    checkShutdowns(calendar.shutdowns(), problems);
    YearFiles.check(calendar.years(), problems);
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
      if (!slot.isForward()) {
        problems.add(name(), key, "结束时间要晚于开始时间");
      }
      if (i > 0 && slots.get(i - 1).endsAfter(slot.from())) {
        problems.add(name(), key + ".from", "各时段要按先后写，并且不能重叠");
      }
    }
  }

  private void checkShutdowns(List<Shutdown> shutdowns, Problems problems) {
    for (int i = 0; i < shutdowns.size(); i++) {
      Shutdown shutdown = shutdowns.get(i);
      if (shutdown.from().isAfter(shutdown.to())) {
        problems.add(name(), Problems.item("shutdowns", i, shutdown.name()), "结束日期早于开始日期");
      }
    }
  }
}
