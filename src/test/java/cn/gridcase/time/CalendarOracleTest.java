package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calendar agrees with one that counts minutes, whatever it is asked. */
class CalendarOracleTest {
  private static final long SEED = 20261128;
  private static final int STARTS = 120_000;
  private static final List<LimitKind> KINDS = List.of(LimitKind.values());
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
  private static final int DAYS = 366 * 6;

  /** Starts fall into the announced years; limits and pauses may reach beyond. */
  private static final int START_MINUTES = 366 * 3 * 24 * 60;

  private static final String SHUTDOWN =
      "zone: Asia/Shanghai\nshutdowns:\n  - {name: 搬家, from: 2025-03-03, to: 2025-03-05}";

  /** A calendar, and what counts minutes by the same rules. */
  private record Pair(String name, WorkCalendar real, NaiveCalendar naive) {}

  private final ShippedConfig shipped = ShippedConfig.of(new CalendarFile());
  private final Map<LocalDate, Boolean> announced = announced();
  private final Random random = new Random(SEED);

  private Map<LocalDate, Boolean> announced() {
    Map<LocalDate, Boolean> days = new HashMap<>();
    Stream.of("2024.json", "2025.json", "2026.json")
        .flatMap(file -> shipped.tree(file).path("days").valueStream())
        .forEach(
            (JsonNode day) ->
                days.put(
                    LocalDate.parse(day.path("date").asText()), !day.path("isOffDay").asBoolean()));
    return days;
  }

  private boolean isWorked(LocalDate day) {
    boolean statutory = day.getYear() < 2024 || day.getYear() > 2026;
    if (statutory && StatutoryDays.holiday(day).isPresent()) {
      return false;
    }
    return announced.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
  }

  private static boolean isClosed(LocalDate day) {
    return day.getYear() == 2025
        && day.getMonthValue() == 3
        && day.getDayOfMonth() >= 3
        && day.getDayOfMonth() <= 5;
  }

  private List<Pair> calendars() {
    WorkCalendar usual = shipped.value(WorkCalendar.class);
    WorkCalendar closed =
        shipped
            .replacing("calendar.yaml", "zone: Asia/Shanghai", SHUTDOWN)
            .replacing("calendar.yaml", "\"22:00\"", "\"24:00\"")
            .value(WorkCalendar.class);
    WorkCalendar odd =
        shipped
            .replacing("calendar.yaml", "\"09:00\"", "\"00:00\"")
            .replacing("calendar.yaml", "\"12:00\"", "\"08:17\"")
            .replacing("calendar.yaml", "\"13:30\"", "\"08:17\"")
            .value(WorkCalendar.class);
    List<int[]> office = List.of(slot(9, 0, 12, 0), slot(13, 30, 17, 30));
    Optional<String> evening = Optional.of("夜间巡查");
    return List.of(
        new Pair("usual", usual, naive(this::isWorked, office)),
        new Pair("evening", usual.of(evening), naive(day -> true, List.of(slot(17, 30, 22, 0)))),
        new Pair("closed", closed, naive(day -> isWorked(day) && !isClosed(day), office)),
        new Pair(
            "closed evening",
            closed.of(evening),
            naive(day -> !isClosed(day), List.of(slot(17, 30, 24, 0)))),
        new Pair("odd", odd, naive(this::isWorked, List.of(slot(0, 0, 17, 30)))));
  }

  private static NaiveCalendar naive(Predicate<LocalDate> worked, List<int[]> slots) {
    return new NaiveCalendar(FIRST, DAYS, worked, slots);
  }

  private static int[] slot(int hour, int minute, int toHour, int toMinute) {
    return new int[] {hour * 60 + minute, toHour * 60 + toMinute};
  }

  @Test
  void anyLimitFromAnyMinuteWithAnyPauseIsDueWhenMinutesAreCounted() {
    List<Pair> calendars = calendars();
    System.out.println("seed " + SEED);
    for (int i = 0; i < STARTS; i++) {
      Pair pair = calendars.get(i % calendars.size());
      int start = random.nextInt(START_MINUTES);
      TimeLimit limit = limit();
      int from = start + random.nextInt(20_000);
      int to = from + 1 + random.nextInt(random.nextInt(10) == 0 ? 60_000 : 3_000);
      String asked = pair.name() + " " + i + ": " + pair.naive().time(start) + " " + limit.said();

      assertEquals(
          at(pair, pair.naive().due(start, limit.amount(), limit.kind())),
          pair.real().due(at(pair, start), limit).at(),
          asked);
      assertEquals(
          Optional.of(at(pair, pair.naive().due(start, limit.amount(), limit.kind(), from, to))),
          pair.real().due(paused(pair, start, limit, from, to)).map(Due::at),
          () -> asked + " paused " + pair.naive().time(from) + " " + pair.naive().time(to));
    }
  }

  @Test
  void aPauseMovesTheDeadlineByExactlyTheWorkingMinutesInIt() {
    for (Pair pair : calendars()) {
      for (int i = 0; i < 2_000; i++) {
        int start = random.nextInt(START_MINUTES);
        TimeLimit limit = new TimeLimit(1 + random.nextInt(40), LimitKind.WORKING_HOUR);
        int due = pair.naive().due(start, limit.amount(), limit.kind());
        int from = start + random.nextInt(due - start);
        int to = from + random.nextInt(20_000) + 1;
        int moved =
            pair.naive().minute(local(pair.real().due(paused(pair, start, limit, from, to))));

        assertEquals(pair.naive().between(from, to), pair.naive().between(due, moved));
        assertEquals(
            Duration.ofMinutes(pair.naive().between(due, moved)),
            pair.real().elapsed(at(pair, due), at(pair, moved), LimitKind.WORKING_HOUR));
      }
    }
  }

  private TimeLimit limit() {
    LimitKind kind = KINDS.get(random.nextInt(KINDS.size()));
    int most = random.nextInt(20) == 0 ? 200 : 30;
    return new TimeLimit(1 + random.nextInt(most), kind);
  }

  private static Ledger paused(Pair pair, int start, TimeLimit limit, int from, int to) {
    Pause pause = new Pause(at(pair, from), Optional.of(at(pair, to)));
    return new Ledger(at(pair, start), limit, List.of(pause), List.of());
  }

  private static Instant at(Pair pair, int minute) {
    return pair.naive().time(minute).atZone(SHANGHAI).toInstant();
  }

  private static LocalDateTime local(Optional<Due> due) {
    return LocalDateTime.ofInstant(due.orElseThrow().at(), SHANGHAI);
  }
}
