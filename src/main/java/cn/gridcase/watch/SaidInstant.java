package cn.gridcase.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** An instant as an operator reads it, with the offset of the machine the command runs on. */
final class SaidInstant {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX");

  private SaidInstant() {}

  static String of(Instant instant) {
    return FORM.format(instant.atZone(ZoneId.systemDefault()));
  }
}
