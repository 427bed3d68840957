package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 时限: which limit a case gets by its category, its place and the rules of its day. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LimitsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String LIMIT = "name: 暴露垃圾\n    group: 环境污染及环境卫生\n    limit: 4工作时";

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("李梅");

  private Journey journey;

  @BeforeEach
  void aWorkingMorning() {
    sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.of(0, 0)).toInstant());
    sandbox.windTo(calendar.atWork(sandbox.now()));
    journey = Journey.begin();
  }

  @Test
  void theSameThingIsDueSoonerInAnAreaOfTheFirstClass() throws SQLException {
    UnaryOperator<String> faster =
        rules -> rules.replace(LIMIT, LIMIT + "\n    limits: [{limit: 2工作时, area: 一类}]");
    UnaryOperator<String> first =
        map ->
            map.replace(
                "\"code\": \"110112114201001\",",
                "\"code\": \"110112114201001\", \"area\": \"一类\",");
    ChangedFile.during(
        "categories.yaml",
        faster,
        () -> {
          try {
            ChangedFile.during("grids.geojson", first, this::reportedInBoth);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void reportedInBoth() {
    reportedAt(39.842638, 116.647336, "2工作时");
    reportedAt(39.840800, 116.663500, "4工作时");
  }

  /** The draft card, the reported case's card and its page say the same. */
  private void reportedAt(double latitude, double longitude, String limit) {
    worker.says("垃圾桶满溢没人清").sendsLocation(latitude, longitude, "台湖村");
    sandbox.passTime(Journey.QUIET);
    String due = calendar.due(sandbox.now(), TimeLimit.parse(limit)).said(ZONE);

    worker.shouldHear("要上报吗？", "暴露垃圾", "截止时间 " + due).presses("上报");

    String number = Journey.numberIn(worker.newestCard().toString());
    Town.runLoops();
    String page = page(number);
    assertTrue(page.contains(due) && page.contains(limit), page);
  }

  @Test
  void aChangedLimitHoldsForNewCasesAlone() throws SQLException {
    String old = journey.reported("李梅", "台湖村垃圾桶满溢老规矩");
    String due = due(old);

    ChangedFile.during(
        "categories.yaml",
        rules -> rules.replace(LIMIT, LIMIT.replace("4工作时", "6工作时")),
        () -> {
          Town.runLoops();
          assertEquals(due, due(old));
          sandbox.chat("王芳").says("派遣 " + old + " 给 环卫中心");
          Town.runLoops();
          assertEquals(due, due(old), "nor does a move change it");
          String later = journey.reported("李梅", "台湖村垃圾桶满溢新规矩");
          assertEquals(
              MINUTE.format(calendar.due(sandbox.now(), TimeLimit.parse("6工作时")).at().atZone(ZONE)),
              due(later));
        });
  }

  @Test
  void aStageGoesByTheShiftOfItsCategory() throws SQLException {
    ChangedFile.during(
        "categories.yaml",
        rules -> rules.replace(LIMIT, LIMIT + "\n    shift: 夜间巡查"),
        () -> {
          String number = journey.reported("李梅", "台湖村垃圾桶满溢有人值夜");

          assertEquals(
              List.of("LEG 夜间巡查", "STAGE 夜间巡查"),
              Town.read(
                  "SELECT c.kind || ' ' || c.shift FROM countdown c"
                      + " JOIN case_file f ON f.id = c.case_id WHERE f.number = '"
                      + number
                      + "' ORDER BY c.kind"));
        });
  }

  private static String due(String number) {
    return Town.read(
            "SELECT to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')"
                + " FROM case_file WHERE number = '"
                + number
                + "'")
        .get(0);
  }

  private String page(String number) {
    var visitor = new Visitor(sandbox);
    visitor.signsIn("wangfang", "/me");
    return visitor.opens("/case/" + number).body();
  }
}
