package cn.gridcase.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * 一段日子: days that follow one another and are worked, or not, for the same reason.
 *
 * @param counted how much time the clock used up on them
 */
public record Stretch(LocalDate from, LocalDate to, DayNote note, Duration counted) {
  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** 2月15日, 2月15日—23日, 1月28日—2月4日. */
  String said() {
    String begins = from.getMonthValue() + "月" + from.getDayOfMonth() + "日";
    if (from.equals(to)) {
      return begins;
    }
    String month = from.getMonth() == to.getMonth() ? "" : to.getMonthValue() + "月";
    return begins + "—" + month + to.getDayOfMonth() + "日";
  }

  static List<Stretch> merged(List<Stretch> stretches) {
    List<Stretch> merged = new ArrayList<>();
    for (Stretch next : stretches) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).isContinuedBy(next)) {
        merged.set(last, merged.get(last).with(next));
      } else {
        merged.add(next);
      }
    }
    return List.copyOf(merged);
  }

  private boolean isContinuedBy(Stretch next) {
    return note.equals(next.note) && to.plusDays(1).equals(next.from);
  }

  private Stretch with(Stretch next) {
    return new Stretch(from, next.to, note, counted.plus(next.counted));
  }
}
