package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
  private static final String FILE = "calendar.yaml";
  private static final String YEAR = "2026.json";
  private static final String NOTHING_YET = "{\"year\": 2027, \"papers\": [], \"days\": []}";

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
        "\"12:00\" | \"24:00\" | slots[第2个].from · 各时段要按先后写，并且不能重叠",
        "to: \"17:30\" | to: \"13:00\" | slots[第2个] · 结束时间要晚于开始时间",
        "\"12:00\" | 12点 | slots[第1个].to"
            + " · 不能写“12点”，时间要写成 \"17:30\" 这样，24 小时制，带引号，一天结束写 \"24:00\"",
        "\"22:00\" | \"00:00\" | shifts[第1个：夜间巡查].slots[第1个].to"
            + " · 不能写“00:00”，时间要写成 \"17:30\" 这样，24 小时制，带引号，一天结束写 \"24:00\"",
        "\"09:00\" | \"24:00\" | slots[第1个].from · 不能写“24:00”，时间要写成 \"09:00\" 这样，24 小时制，带引号",
        "shifts: | years: | years · 没有这个键，可用的键：zone、slots、shifts、shutdowns"
      })
  void aMistakeIsNamedWithItsKeyAndReason(String piece, String by, String problem) {
    assertFirst(FILE + " · " + problem, shipped.replacing(FILE, piece, by));
  }

  @Test
  void aShutdownHasItsDaysInOrderAndTheyExist() {
    String shutdowns = "zone: Asia/Shanghai\nshutdowns:\n  - {name: 搬家, from: 2026-08-11, to: %s}";

    assertFirst(
        FILE + " · shutdowns[第1个：搬家] · 结束日期早于开始日期",
        shipped.replacing(FILE, "zone: Asia/Shanghai", shutdowns.formatted("2026-08-10")));
    assertFirst(
        FILE + " · shutdowns[第1个：搬家].to · 不能写“2026-08-32”，日期要写成 2026-10-01 这样，并且真有这一天",
        shipped.replacing(FILE, "zone: Asia/Shanghai", shutdowns.formatted("2026-08-32")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-04-06\" | \"2026-04-31\" | days[第18个：清明节].date"
            + " · 不能写“2026-04-31”，日期要写成 2026-10-01 这样，并且真有这一天",
        "\"2026-06-19\" | \"2025-06-19\" | days[第25个：端午节] · 2025-06-19 不在 2026 年",
        "\"2026-06-19\" | \"2026-04-06\" | days[第25个：端午节] · 2026-04-06 前面已经写过了",
        "\"2026-05-09\" | \"2026-05-08\" | days[第24个：劳动节] · 2026-05-08 不是周六或周日，用不着调休上班",
        "\"year\": 2026 | \"year\": 2025 | year · 文件名说是 2026 年，这里写的是 2025",
        "\"papers\" | \"paper\" | papers · 缺少这一项，必须写",
        "\"isOffDay\": false | \"isOffDay\": 0 | days[第4个：元旦].isOffDay · 应当写“true”或“false”，现在是“0”",
        "\"days\": [ | \"days\": [, | 第4行附近 · 格式不对（常见原因：少逗号、多逗号、括号或引号没配对）"
      })
  void aMistakeInAYearIsNamedWithItsFile(String piece, String by, String problem) {
    assertFirst(YEAR + " · " + problem, shipped.replacing(YEAR, piece, by));
  }

  @Test
  void yearsFollowOneAnother() {
    assertFirst("2025.json · （整个文件） · 缺少这个文件，年份要逐年连着", shipped.without("2025.json"));
  }

  @Test
  void thereMustBeSomeYear() {
    assertFirst(
        "2026.json（每年一个） · （整个文件） · 至少要有一个这样的文件",
        shipped.without("2024.json").without("2025.json").without(YEAR));
  }

  @Test
  void aYearWithoutADayIsNotAnnouncedYet() {
    WorkCalendar calendar = shipped.with("2027.json", NOTHING_YET).value(WorkCalendar.class);

    assertTrue(calendar.isAnnounced(2026));
    assertFalse(calendar.isAnnounced(2027));
  }

  private static void assertFirst(String problem, ShippedConfig config) {
    assertEquals(problem, config.problems().get(0), config.problems().toString());
  }
}
