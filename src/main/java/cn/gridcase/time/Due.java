package cn.gridcase.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * 截止时间: when something must be done.
 *
 * @param provisional 暂定: it falls in a year whose holidays are not announced and may yet move
 */
public record Due(Instant at, boolean provisional) {
  private static final DateTimeFormatter END_OF_DAY =
      DateTimeFormatter.ofPattern("M月d日（EEE）24:00", Locale.CHINA);
  private static final DateTimeFormatter SAID =
      DateTimeFormatter.ofPattern("M月d日（EEE）HH:mm", Locale.CHINA);

  /** As told to people: 11月24日（周二）17:30, with （暂定） if it may move; midnight ends a day at 24:00. */
  public String said(ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
    String said = midnight ? END_OF_DAY.format(local.minusDays(1)) : SAID.format(local);
    return said + (provisional ? "（暂定）" : "");
  }

  /** The same, and 暂定 too if the deadline was that it comes after. */
  Due following(Due due) {
    return new Due(at, provisional || due.provisional);
  }
}
