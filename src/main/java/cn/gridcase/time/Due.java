package cn.gridcase.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * 截止时间: when something must be done.
 *
 * @param provisional 暂定: it falls in a year whose holidays are not announced and may yet move
 */
public record Due(Instant at, boolean provisional) {
  private static final DateTimeFormatter SAID =
      DateTimeFormatter.ofPattern("M月d日（EEE）HH:mm", Locale.CHINA);

  /** As told to people: 11月24日（周二）17:30, with （暂定） if it may move. */
  public String said(ZoneId zone) {
    return SAID.format(at.atZone(zone)) + (provisional ? "（暂定）" : "");
  }
}
