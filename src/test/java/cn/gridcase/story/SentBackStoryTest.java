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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 回退, 转办: a case that is not one's to do goes elsewhere, but not for ever to and fro. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class SentBackStoryTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void afterTheSecondReturnALeaderSaysWhoseItIsAndThatIsFinal() {
    String number = journey.dispatched("李梅", "台湖村消防通道旁边有一堆没人认的建筑垃圾", "消防站");
    Chat fire = sandbox.chat("孙伟").says("回退 " + number + " 不是消防通道");
    Town.runLoops();
    dispatcher.shouldHear("待派遣 " + number, "消防站已退回，请另选");

    dispatcher.says("派遣 " + number + " 给 消防站");
    assertTrue(dispatcher.lastReply().contains("是消防站退回的，要再派给它请写明理由"), dispatcher::toString);
    dispatcher.says("派遣 " + number + " 给 消防站 理由 通道属于消防站职责清单第三条");
    Town.runLoops();
    fire.shouldHear("新任务 " + number, "派遣理由", "通道属于消防站职责清单第三条");
    fire.says("回退 " + number + " 垃圾不归消防");
    Town.runLoops();

    dispatcher.shouldHear("案件" + number + "已经退回两次，已请领导指定主办单位");
    dispatcher.says("派遣 " + number + " 给 环卫中心");
    assertTrue(dispatcher.lastReply().contains("要由领导指定主办单位"), dispatcher::toString);
    Chat leader = sandbox.chat("冯远");
    leader.shouldHear("请指定主办 " + number, "消防站：不是消防通道", "派遣员：通道属于消防站职责清单第三条", "消防站：垃圾不归消防");
    leader.chooses("主办单位", "环卫中心").presses("指定");
    Town.runLoops();

    Chat cleaner = sandbox.chat("黄涛");
    cleaner.shouldHear("新任务 " + number);
    cleaner.says("回退 " + number + " 我们也不管");
    assertTrue(cleaner.lastReply().contains("由领导指定您单位主办，不能再退回"), cleaner::toString);
    assertEquals("已由冯远指定环卫中心", sandbox.chat("何岚").newestCard().replaceText().orElse(""));
  }

  @Test
  void whatNobodySignsForInTimeGoesBeforeALeaderWithBothSides() throws SQLException {
    ChangedFile.during(
        "approvals.yaml",
        rules -> rules.replace("unsigned: 999天", "unsigned: 1工作日"),
        this::nobodySigns);
  }

  private void nobodySigns() {
    String number = journey.dispatched("李梅", "台湖村消防栓旁边的井盖松了没人认领", "消防站");
    Chat fire = sandbox.chat("孙伟");
    fire.shouldHear("新任务 " + number);

    // The end of the next working day, and no sooner.
    Instant until =
        Instant.parse(
            Town.read(
                    "SELECT to_char(until_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " FROM unsigned_wait WHERE case_number = '%s'".formatted(number))
                .get(0));
    sandbox.windTo(until.minusSeconds(1));
    assertEquals(List.of("DISPOSAL"), stage(number));
    sandbox.windTo(until.plusSeconds(1));
    Town.runLoops();
    sandbox.passTime(Duration.ofMinutes(10));

    assertEquals(List.of("DISPATCH"), stage(number));
    fire.shouldHear("案件" + number + "过了1工作日您单位没有人签收，已请领导指定主办单位");
    dispatcher.shouldHear("案件" + number + "迟迟没有人签收，已请领导指定主办单位");
    dispatcher.says("派遣 " + number + " 给 环卫中心");
    assertTrue(dispatcher.lastReply().contains("迟迟没有人签收，要由领导指定主办单位"), dispatcher::toString);
    fire.says("签收 " + number);
    assertTrue(fire.lastReply().contains("现在是“待派遣”"), fire::toString);
    sandbox
        .chat("冯远")
        .shouldHear("请指定主办 " + number, "消防站：过了1工作日没有人签收")
        .says("指定 " + number + " 消防站");
    Town.runLoops();

    fire.says("签收 " + number);
    assertTrue(fire.lastReply().contains("已签收案件" + number), fire::toString);
    fire.says("回退 " + number + " 不归我们管");
    assertTrue(fire.lastReply().contains("不能再退回"), fire::toString);
  }

  private static List<String> stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'");
  }

  @Test
  void aColleagueTakesACaseOn() {
    String number = journey.signed("李梅", "台湖村消防通道旁边停着一排自行车", "消防站");
    Chat signer = sandbox.chat("孙伟");

    signer.says("转办 " + number + " 冯涛");
    assertTrue(signer.lastReply().startsWith("转办要写明原因"), signer::toString);
    signer.says("转办 " + number + " 冯涛 下午请假");
    assertTrue(signer.lastReply().startsWith("案件" + number + "已转给冯涛"), signer::toString);
    Town.runLoops();

    Chat colleague = sandbox.chat("冯涛");
    colleague.shouldHear("请接手 " + number, "孙伟转办", "下午请假");
    colleague.presses("签收", number);
    colleague.says("已经收走了");
    assertTrue(colleague.lastReply().startsWith("已记入案件" + number), colleague::toString);
  }
}
