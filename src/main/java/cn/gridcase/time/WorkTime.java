package cn.gridcase.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** 工作时间: the working slots laid over the working days, and how time passes in them. */
record WorkTime(ZoneId zone, List<Slot> slots, WorkDays days) {
  WorkTime {
    slots = List.copyOf(slots);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The end of the last slot of a day. */
  Due closeOf(LocalDate day) {
    return new Due(slots.get(slots.size() - 1).closes(day, zone), days.isProvisional(day));
  }

  /** The n-th working day after a day. */
  LocalDate workingDay(LocalDate after, int n) {
    LocalDate day = after;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      left -= days.isWorked(day) ? 1 : 0;
    }
    return day;
  }

  /** How much working time lies between two instants. */
  Duration between(Instant from, Instant to) {
    Duration worked = Duration.ZERO;
    LocalDate last = dayOf(to);
    for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      if (days.isWorked(day)) {
        worked = worked.plus(on(day, from, to));
      }
    }
    return worked;
  }

  /** How much of it on one working day. */
  Duration on(LocalDate day, Instant from, Instant to) {
    Duration worked = Duration.ZERO;
    for (Slot slot : slots) {
      Instant begun = later(from, slot.opens(day, zone));
      Instant closes = slot.closes(day, zone);
      Instant ended = to.isBefore(closes) ? to : closes;
      worked = ended.isAfter(begun) ? worked.plus(Duration.between(begun, ended)) : worked;
    }
    return worked;
  }

  /** When that much working time has passed, some at least. */
  Due after(Instant from, Duration budget) {
    Duration left = budget;
    for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
      if (!days.isWorked(day)) {
        continue;
      }
      for (Slot slot : slots) {
        Instant opens = later(from, slot.opens(day, zone));
        Duration open = Duration.between(opens, slot.closes(day, zone));
        if (left.compareTo(open) <= 0) {
          return new Due(opens.plus(left), days.isProvisional(day));
        }
        left = open.isNegative() ? left : left.minus(open);
      }
    }
  }

  /** The instant itself if people are at work then; otherwise when they next are. */
  Instant atWork(Instant instant) {
    for (LocalDate day = dayOf(instant); ; day = day.plusDays(1)) {
      Optional<Instant> open = days.isWorked(day) ? atWork(instant, day) : Optional.empty();
      if (open.isPresent()) {
        return open.get();
      }
    }
  }

  private Optional<Instant> atWork(Instant instant, LocalDate day) {
    return slots.stream()
        .filter(slot -> instant.isBefore(slot.closes(day, zone)))
        .findFirst()
        .map(slot -> later(instant, slot.opens(day, zone)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
