package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who left, or lost a role, can do nothing more from that moment; their work finds others. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LeaverTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat otherDispatcher = sandbox.chat("赵磊");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  /** Case 24. */
  @Test
  void whoLeftPressesInVain() throws SQLException {
    String number = journey.reported("李梅", "台湖村消防通道堆着轮胎");
    dispatcher.shouldHear("待派遣 " + number);

    ChangedRoster.during(
        ChangedRoster.without("wangfang"),
        () -> dispatcher.presses("派遣", number).shouldHear("您的账号还没有登记"));
    assertEquals("DISPATCH", stage(number));
    ChangedRoster.during(
        roster -> roster.replaceFirst("(name: 王芳\\s+roles: )\\[派遣员]", "$1[领导]"),
        () -> dispatcher.presses("派遣", number).shouldHear("派遣员、值班长才能派遣"));
    assertEquals("DISPATCH", stage(number));

    dispatcher.presses("派遣", number);
    assertEquals("DISPOSAL", stage(number));
  }

  /** Case 24. */
  @Test
  void theCasesOfAUnitWithNobodyLeftGoBackToTheDispatchers() throws SQLException {
    String number = journey.dispatched("李梅", "台湖村井盖翘起漏水", "水务所");
    sandbox.chat("洪岩").presses("签收", number);
    ChangedRoster.during(
        LeaverTest::withoutTheWaterOffice,
        () -> {
          Town.runLoops();
          assertEquals("DISPATCH", stage(number));
          dispatcher.shouldHear("待派遣 " + number, "退回派遣", "已经没有处置人员");
          otherDispatcher.shouldHear("待派遣 " + number, "退回派遣");
          dispatcher.says("不予立案 " + number + " 重复上报");
          assertTrue(dispatcher.lastReply().contains("已经派遣过"), dispatcher.lastReply());
          dispatcher.says(number);
          assertTrue(dispatcher.lastReply().contains("待派遣，截止"), dispatcher.lastReply());
          dispatcher.chooses("派给", "消防站").presses("派遣", number);
        });
    Town.runLoops();

    assertEquals("DISPOSAL", stage(number));
    sandbox.chat("孙伟").shouldHear("新任务 " + number);
    assertEquals(
        List.of("shuiwu"),
        Town.read(
            "SELECT unit FROM assignment a JOIN case_file c ON c.id = a.case_id"
                + " WHERE ended_at IS NOT NULL AND c.number = '"
                + number
                + "'"));
  }

  /** Case 24. */
  @Test
  void aColleagueTakesOverWhatALeaverHadSignedFor() throws SQLException {
    String number = journey.dispatched("李梅", "台湖村消防栓又在漏水", "消防站");
    sandbox.chat("冯涛").presses("签收", number);
    Chat fireman = sandbox.chat("孙伟").shouldHear("处理中 " + number, "已由冯涛签收");

    ChangedRoster.during(
        ChangedRoster.without("fengtao"),
        () -> {
          fireman.shouldHear("请接手 " + number, "原签收人已离岗").presses("签收", number);
          Town.runLoops();
          Town.runLoops();
        });

    fireman.shouldHear("处理中 " + number, "已由孙伟签收");
    assertEquals(
        List.of("签收", "签收人离岗", "签收"),
        Town.read(
            "SELECT move FROM history_entry h JOIN case_file c ON c.id = h.case_id"
                + " WHERE from_stage = 'DISPOSAL' AND c.number = '"
                + number
                + "' ORDER BY seq"));
  }

  /** Case 24. */
  @Test
  void aNewDispatcherGetsWhatWaitsOnTheCardsOfLeavers() throws SQLException {
    String number = journey.reported("李梅", "台湖村消防通道堆着木料");
    dispatcher.shouldHear("待派遣 " + number);

    ChangedRoster.during(
        roster ->
            ChangedRoster.without("wangfang")
                .andThen(ChangedRoster.without("zhaolei"))
                .apply(roster)
                .replaceFirst("(name: 吴军\\s+roles: )\\[值班长]", "$1[值班长, 派遣员]"),
        () -> {
          Town.runLoops();
          // Other stories left cases for the new dispatcher too, more than may be sent in a minute.
          sandbox.passTime(Duration.ofMinutes(10));
          sandbox.chat("吴军").shouldHear("待派遣 " + number).presses("派遣", number);
        });

    assertEquals("DISPOSAL", stage(number));
  }

  /** The checks of bot-config would refuse this; the record does not rely on them. */
  private static String withoutTheWaterOffice(String roster) {
    return ChangedRoster.without("hongyan")
        .apply(roster.replaceFirst("  - code: shuiwu\\n    name: 水务所\\n", ""));
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
