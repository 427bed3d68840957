package cn.gridcase.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 法定节假日: the days off by 全国年节及纪念日放假办法 (10 November 2024), which is all that is known of a year
 * before the notice that moves weekends around them.
 */
final class StatutoryDays {
  /**
   * By year the dates of 正月初一, 清明, 端午 and 中秋; of a year beyond it only the fixed days are known.
   */
  static final String TABLE = read();

  private static final String NATIONAL_DAY = "国庆节";
  private static final Map<MonthDay, String> FIXED =
      Map.of(
          MonthDay.of(1, 1),
          "元旦",
          MonthDay.of(5, 1),
          "劳动节",
          MonthDay.of(5, 2),
          "劳动节",
          MonthDay.of(10, 1),
          NATIONAL_DAY,
          MonthDay.of(10, 2),
          NATIONAL_DAY,
          MonthDay.of(10, 3),
          NATIONAL_DAY);
  private static final Map<LocalDate, String> LUNAR = lunar();

  private StatutoryDays() {}

  static Optional<String> holiday(LocalDate day) {
    return Optional.ofNullable(FIXED.get(MonthDay.from(day)))
        .or(() -> Optional.ofNullable(LUNAR.get(day)));
  }

  private static Map<LocalDate, String> lunar() {
    Map<LocalDate, String> days = new HashMap<>();
    TABLE.lines().map(line -> line.split(",", -1)).forEach(year -> add(year, days));
    return Collections.unmodifiableMap(days);
  }

  private static void add(String[] year, Map<LocalDate, String> days) {
    LocalDate newYear = LocalDate.parse(year[0]);
    // 除夕 to 初三.
    newYear.minusDays(1).datesUntil(newYear.plusDays(3)).forEach(day -> days.put(day, "春节"));
    days.put(LocalDate.parse(year[1]), "清明节");
    days.put(LocalDate.parse(year[2]), "端午节");
    days.put(LocalDate.parse(year[3]), "中秋节");
  }

  private static String read() {
    try (InputStream text = StatutoryDays.class.getResourceAsStream("/calendar/lunar-days.csv")) {
      if (text == null) {
        throw new IllegalStateException("no table of lunar days");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the table of lunar days could not be read", e);
    }
  }
}
