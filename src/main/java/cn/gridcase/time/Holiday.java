package cn.gridcase.time;

import java.time.LocalDate;
import java.util.stream.Stream;

/** 假期: consecutive days on which nobody works, the last one included. */
public record Holiday(String name, LocalDate from, LocalDate to) {
  /** Each of its days; none when written the wrong way round. */
  Stream<LocalDate> days() {
    return from.isAfter(to) ? Stream.empty() : from.datesUntil(to.plusDays(1));
  }
}
