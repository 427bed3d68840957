package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random walks: whatever people do to cases, and however time goes on, each open case is somebody's
 * and something comes due for it. {@code -Dseed=…} walks the same ways again.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class NeverAsleepTest {
  private static final int CASES = 6;
  private static final int ROUNDS = 10;

  private static final String ASLEEP =
      """
      SELECT c.number || ' ' || c.stage FROM case_file c
       WHERE c.closed_at IS NULL AND c.number IN (%s)
         AND (NOT EXISTS (SELECT FROM wake_up WHERE number = c.number AND at IS NOT NULL)
              AND NOT EXISTS (SELECT FROM ledger_row WHERE case_id = c.id AND to_at IS NULL
                                 AND (review_at IS NOT NULL OR kind = 'TOWN'))
           OR c.stage NOT IN ('INTAKE', 'DISPATCH', 'DISPOSAL', 'VERIFICATION')
           OR c.stage = 'DISPOSAL' AND NOT EXISTS (
                SELECT FROM assignment WHERE case_id = c.id AND ended_at IS NULL
                   AND unit IN ('huanwei', 'xiaofang')))
      """;

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<String> trail = new ArrayList<>();

  @BeforeEach
  void aWorkingMorning() {
    ZonedDateTime now = sandbox.now().atZone(calendar.zone());
    sandbox.windTo(now.plusDays(1).with(LocalTime.MIN).toInstant());
    sandbox.windTo(calendar.atWork(sandbox.now()));
  }

  @AfterEach
  void theTownGoesOn() {
    sandbox.chat("吴军").says("全镇恢复");
    Town.runLoops();
  }

  @Test
  void everyOpenCaseIsSomebodysAndSomethingComesDueForIt() {
    List<String> numbers = filed();
    String mine = numbers.stream().map(one -> "'" + one + "'").collect(Collectors.joining(","));
    for (int round = 0; round < ROUNDS; round++) {
      for (String number : numbers) {
        step(number);
        holds(mine);
      }
      if (random.nextInt(4) == 0) {
        says("吴军", random.nextBoolean() ? "全镇停时 暴雨红色预警" : "全镇恢复");
      }
      wind(mine);
      holds(mine);
      Town.runLoops();
      assertEquals(
          List.of(),
          Town.read(
              "SELECT number FROM wake_up WHERE at <= service_now() - interval '1 second'"
                  + " AND number IN ("
                  + mine
                  + ")"),
          () -> "what came due was taken; seed " + seed + "\n" + String.join("\n", trail));
    }
    int moves =
        Town.count(
            "SELECT count(DISTINCT move) FROM history_entry h JOIN case_file c ON c.id = h.case_id"
                + " WHERE c.number IN ("
                + mine
                + ")");
    assertTrue(moves >= 6, () -> "only " + moves + " kinds of moves, seed " + seed);
  }

  private List<String> filed() {
    Journey journey = Journey.begin();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String what = i % 2 == 0 ? "路边垃圾桶满溢没人清" : "消防通道堆着杂物";
      numbers.add(journey.reported("李梅", "台湖村" + (i + 1) + "号" + what));
    }
    return numbers;
  }

  private void holds(String mine) {
    assertEquals(
        List.of(),
        Town.read(ASLEEP.formatted(mine)),
        () -> "seed " + seed + "\n" + String.join("\n", trail));
  }

  /** Something that may be done where it stands; what is refused is a step as well. */
  private void step(String number) {
    switch (Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0)) {
      case "DISPATCH" ->
          says(
              "王芳",
              random.nextInt(8) == 0
                  ? "不予立案 " + number + " 重复上报"
                  : "派遣 " + number + " 给 " + (random.nextBoolean() ? "环卫中心" : "消防站"));
      case "DISPOSAL" -> dispose(number);
      case "VERIFICATION" ->
          says("周明", random.nextBoolean() ? "通过 " + number : "不通过 " + number + " 现场未处理");
      default -> trail.add(number + " rests");
    }
  }

  private void dispose(String number) {
    String doer =
        Town.read(
                    "SELECT unit FROM assignment a JOIN case_file c ON c.id = a.case_id"
                        + " WHERE ended_at IS NULL AND c.number = '"
                        + number
                        + "'")
                .get(0)
                .equals("huanwei")
            ? "黄涛"
            : "孙伟";
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> says(doer, "签收 " + number);
      case 3 -> says(doer, "延期 " + number + " 2工作日 设备在修");
      case 4 -> says(doer, "挂账 " + number + " 3天 等设备");
      case 5 -> says(doer, "请补充 " + number + " 具体是哪个门口？");
      case 6 -> decide(number);
      case 7 -> says("李梅", "补充 " + number + " 东门");
      case 8 -> says("吴军", "恢复 " + number);
      default -> {
        says(doer, "反馈 " + number + " 已经处理");
        says(doer, "提交 " + number + " 已清理恢复");
      }
    }
  }

  private void decide(String number) {
    String kind = random.nextBoolean() ? "延期 " : "挂账 ";
    says("吴军", random.nextInt(3) == 0 ? "不同意" + kind + number + " 请先处理" : "同意" + kind + number);
  }

  private void says(String who, String line) {
    trail.add(who + "：" + line);
    sandbox.chat(who).says(line);
  }

  /** To the next instant at which something comes due for one of them. */
  private void wind(String mine) {
    Town.runLoops();
    Town.read(
            "SELECT to_char(min(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " FROM (SELECT at FROM wake_up WHERE number IN ("
                + mine
                + ") UNION ALL SELECT review_at FROM ledger_row l JOIN case_file c ON c.id = l.case_id"
                + " WHERE to_at IS NULL AND number IN ("
                + mine
                + ")) AS due (at) WHERE at > service_now() HAVING min(at) IS NOT NULL")
        .forEach(
            at -> {
              trail.add("to " + at);
              sandbox.windTo(Instant.parse(at));
            });
  }
}
