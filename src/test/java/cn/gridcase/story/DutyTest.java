package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 值班: new work goes first to whoever is there for it. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DutyTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String EVERY_DAY =
      "    duty: {周一: [sunwei], 周二: [sunwei], 周三: [sunwei], 周四: [sunwei], 周五: [sunwei],"
          + " 周六: [sunwei], 周日: [sunwei]}\n";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat onDuty = sandbox.chat("孙伟");
  private final Chat colleague = sandbox.chat("冯涛");

  @AfterEach
  void nobodyIsAwayAnyMore() {
    Town.run("DELETE FROM stand_in WHERE unit IN ('xiaofang', 'shuiwu')");
    List.of("sunwei", "fengtao").forEach(each -> sandbox.company().setVisible(each, true));
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void newWorkGoesToWhoIsOnDutyAndAColleagueMaySignForItAllTheSame() throws SQLException {
    whileSunweiIsListed(
        () -> {
          String number = journey.dispatched("李梅", "台湖村消防栓坏了甲", "消防站");
          onDuty.shouldHear("新任务 " + number);
          colleague.shouldNotHear(number);

          colleague.says("签收 " + number);

          assertTrue(colleague.lastReply().contains("已签收案件" + number), colleague.lastReply());
          Town.runLoops();
          onDuty.shouldHear("处理中 " + number, "已由冯涛签收");
        });
  }

  @Test
  void aTurnIsHandedOverUntilMidnight() throws SQLException {
    whileSunweiIsListed(
        () -> {
          onDuty.says("交班 给 冯涛");
          assertEquals("已交班：到今天24:00，新任务先发给冯涛。您手上已签收的案件还由您办理。", onDuty.lastReply());
          Town.runLoops();
          colleague.shouldHear("孙伟把今天的班交给了您");
          String today = journey.dispatched("李梅", "台湖村消防栓坏了乙", "消防站");
          colleague.shouldHear("新任务 " + today);
          onDuty.shouldNotHear(today);

          assertEquals("您现在不值班，不用交班。回复“值班”可以看今天谁值班。", onDuty.says("交班 给 冯涛").lastReply());
          sandbox.windTo(nextMidnight().plus(Duration.ofMinutes(1)));
          String tomorrow = journey.dispatched("李梅", "台湖村消防栓坏了丙", "消防站");

          onDuty.shouldHear("新任务 " + tomorrow);
          colleague.shouldNotHear(tomorrow);
        });
  }

  @Test
  void whoIsOnLeaveGetsNothingNewAndTheLastOneCannotGo() {
    assertEquals("请假要写几天、谁代班，例如：请假 3天 张三代。没有人代班就写：请假 3天。", onDuty.says("请假").lastReply());
    onDuty.says("请假 3天 冯涛代");
    assertTrue(onDuty.lastReply().contains("24:00，由冯涛代班"), onDuty.lastReply());
    Town.runLoops();
    colleague.shouldHear("孙伟请假到", "由您代班");
    String number = journey.dispatched("李梅", "台湖村消防栓坏了丁", "消防站");
    colleague.shouldHear("新任务 " + number);
    onDuty.shouldNotHear(number);

    colleague.says("请假 1天");
    assertTrue(colleague.lastReply().startsWith("消防站现在没有别的人在岗"), colleague.lastReply());
    assertEquals("已销假，新任务会照常发给您。", onDuty.says("销假").lastReply());

    String next = journey.dispatched("李梅", "台湖村消防栓坏了戊", "消防站");
    onDuty.shouldHear("新任务 " + next);
    colleague.shouldHear("新任务 " + next);
  }

  @Test
  void whoeverStandsInMustBeOfTheUnit() {
    assertEquals("消防站在岗的处置人员里没有“黄涛”。可以写：冯涛。", onDuty.says("请假 2天 黄涛代").lastReply());
    assertEquals("处置人员才能值班、交班、请假。", sandbox.chat("李梅").says("我值班").lastReply());
  }

  @Test
  void whoAsksReadsWhoIsOnDutyToday() throws SQLException {
    whileSunweiIsListed(
        () -> {
          assertEquals("消防站今天值班：孙伟，新任务先发给他们。", colleague.says("值班").lastReply());
          assertEquals("消防站今天值班：孙伟、冯涛，新任务先发给他们。", colleague.says("我值班").lastReply());
          onDuty.says("请假 1天");
          Chat dispatcher = sandbox.chat("王芳").says("值班");
          assertTrue(
              dispatcher.lastReply().contains("消防站今天值班：冯涛，新任务先发给他们。不在：孙伟（到"),
              dispatcher.lastReply());
          assertTrue(dispatcher.lastReply().contains("没有排值班的单位"), dispatcher.lastReply());
        });
  }

  @Test
  void whereNobodyOnDutyIsReachedTheOthersGetItBeforeItGoesBack() throws SQLException {
    whileSunweiIsListed(
        () -> {
          sandbox.company().setVisible("sunwei", false);
          String number = journey.dispatched("李梅", "台湖村消防栓坏了己", "消防站");
          Town.runLoops();
          assertEquals("DISPOSAL", stage(number));
          colleague.shouldHear("新任务 " + number);

          sandbox.company().setVisible("fengtao", false);
          String other = journey.dispatched("李梅", "台湖村消防栓坏了庚", "消防站");
          Town.runLoops();
          Town.runLoops();
          assertEquals("DISPATCH", stage(other));
        });
  }

  @Test
  void whereNobodyHasSignedInTimeTheWholeUnitIsTold() throws SQLException {
    whileSunweiIsListed(
        () -> {
          String number = journey.dispatched("李梅", "台湖村消防栓坏了辛", "消防站");
          String due =
              Town.read(
                      "SELECT to_char(d.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                          + " FROM countdown d JOIN case_file c ON c.id = d.case_id"
                          + " WHERE d.name = '签收' AND c.number = '"
                          + number
                          + "'")
                  .get(0);
          colleague.shouldNotHear(number);
          var heard = Hearing.of(colleague);

          sandbox.windTo(OffsetDateTime.parse(due).toInstant().plus(Duration.ofMinutes(1)));

          assertEquals(
              1,
              Town.count(
                  "SELECT count(*) FROM told_rung WHERE state = 'TOLD' AND rung = '签收超时'"
                      + " AND number = '"
                      + number
                      + "'"));
          // It may be one of many lines, not all of which are shown.
          assertTrue(
              heard.bubbles().stream().anyMatch(each -> each.toString().contains("签收超时")),
              colleague::toString);
        });
  }

  private static void whileSunweiIsListed(Runnable story) throws SQLException {
    ChangedRoster.during(
        roster -> roster.replaceFirst("    name: 消防站\n", "    name: 消防站\n" + EVERY_DAY), story);
  }

  private Instant nextMidnight() {
    return sandbox.now().atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
