package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
  private static final String FILE = "calendar.yaml";

  private final ShippedConfig shipped = ShippedConfig.of(new CalendarFile());

  @Test
  void theShippedCalendarIsRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Asia/Shanghai | Asia/Peking | zone · 看不懂“Asia/Peking”",
        "\"13:30\" | \"11:30\" | slots[第2个].from · 各时段要按先后写，并且不能重叠",
        "\"17:30\" | \"13:00\" | slots[第2个] · 结束时间要晚于开始时间",
        "\"17:30\" | \"5点半\"" + " | slots[第2个].to · 不能写“5点半”，时间要写成 \"09:00\" 这样，24 小时制，带引号",
        "year: 2027 | year: 2026 | years[第3个：2026].year · 年份要逐年连着写，这里应当是 2027",
        "to: 2026-04-06 | to: 2026-04-31"
            + " | years[第2个：2026].holidays[第3个：清明节].to"
            + " · 不能写“2026-04-31”，日期要写成 2026-10-01 这样，并且真有这一天",
        "to: 2026-05-05 | to: 2026-04-05" + " | years[第2个：2026].holidays[第4个：劳动节] · 结束日期早于开始日期",
        "from: 2026-06-19 | from: 2025-06-19"
            + " | years[第2个：2026].holidays[第5个：端午节] · 日期不在 2026 年",
        "from: 2026-06-19, to: 2026-06-21 | from: 2026-04-06, to: 2026-04-06"
            + " | years[第2个：2026].holidays[第5个：端午节] · 2026-04-06 已经写在另一个假期里",
        "2026-05-09 | 2026-05-08 | years[第2个：2026].makeUpDays · 2026-05-08 不是周六或周日，用不着调休",
        "2026-05-09 | 2027-05-08 | years[第2个：2026].makeUpDays · 2027-05-08 不在 2026 年",
        "2026-02-28 | 2026-02-22 | years[第2个：2026].makeUpDays · 2026-02-22 同时写成了假期"
      })
  void aMistakeIsNamedWithItsKeyAndReason(String piece, String by, String problem) {
    List<String> problems = shipped.replacing(FILE, piece, by).problems();

    assertEquals(FILE + " · " + problem, problems.get(0), problems.toString());
  }
}
