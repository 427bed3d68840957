package cn.gridcase.time;

import java.time.LocalDate;

/** 停办: consecutive days on which nobody in the town works, the last one included. */
public record Shutdown(String name, LocalDate from, LocalDate to) {
  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
