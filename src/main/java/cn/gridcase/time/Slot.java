package cn.gridcase.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * 工作时段: a stretch of a working day in which working hours pass.
 *
 * @param to midnight stands for the end of the day, written 24:00
 */
public record Slot(LocalTime from, LocalTime to) {
  private static final String END_OF_DAY = "24:00";

  @JsonCreator
  static Slot parse(@JsonProperty("from") String from, @JsonProperty("to") String to) {
    return new Slot(
        LocalTime.parse(from), to.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(to));
  }

  boolean isForward() {
    return endsAfter(from);
  }

  /** Whether it is not over yet at that time of the day. */
  boolean endsAfter(LocalTime time) {
    return to.equals(LocalTime.MIDNIGHT) || time.isBefore(to);
  }

  Instant opens(LocalDate day, ZoneId zone) {
    return instant(day.atTime(from), zone);
  }

  Instant closes(LocalDate day, ZoneId zone) {
    return instant((to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day).atTime(to), zone);
  }

  /**
   * A time that a change of the clocks skips is the moment of the change, and one that it repeats
   * the first of the two: so slots keep their order, and no moment is in two of them.
   */
  private static Instant instant(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }

  @Override
  public String toString() {
    return from + "–" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
  }
}
