package cn.gridcase.time;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a calendar's deadlines depend on, as a short hash; wording and sources are no part of it.
 */
final class CalendarVersion {
  private static final int LENGTH = 12;

  private CalendarVersion() {}

  static String of(WorkCalendar calendar) {
    return hash(
        String.join(
            "\n",
            calendar.zone().getId(),
            calendar.slots().toString(),
            calendar.shifts().toString(),
            shutdowns(calendar.shutdowns()),
            calendar.years().values().stream()
                .map(CalendarVersion::year)
                .collect(Collectors.joining("\n")),
            StatutoryDays.TABLE));
  }

  private static String shutdowns(List<Shutdown> shutdowns) {
    return shutdowns.stream()
        .map(shutdown -> shutdown.from() + "–" + shutdown.to())
        .collect(Collectors.joining(" "));
  }

  private static String year(CalendarYear year) {
    return year.days().stream()
        .map(day -> day.date() + (day.isOffDay() ? "-" : "+"))
        .collect(Collectors.joining(" ", year.year() + ": ", ""));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
