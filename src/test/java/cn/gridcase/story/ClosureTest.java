package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 待结案: where the town asks for it, a duty officer who did none of the work closes. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ClosureTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat verifier = sandbox.chat("周明");
  private final Chat dutyOfficer = sandbox.chat("吴军");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void whatPassesWaitsForTheDutyOfficerWhoClosesIt() throws SQLException {
    ChangedFile.during(
        "closure.yaml",
        rules -> rules.replace("# by: 值班长", "by: 值班长"),
        () -> {
          String number = journey.done("李梅", "台湖村消防栓漏水", "消防站");
          verifier.says("通过 " + number);
          assertEquals("案件" + number + "核查通过，等值班长结案。", verifier.lastReply());
          Town.runLoops();

          assertEquals("CLOSURE", stage(number));
          dutyOfficer.shouldHear("待结案 " + number);
          assertTrue(dutyOfficer.says("待办").lastReply().contains(number), dutyOfficer.toString());
          assertEquals("值班长才能结案。如需办理，请联系指挥中心。", verifier.says("结案 " + number).lastReply());
          sandbox.chat("李梅").shouldNotHear("您上报的案件" + number);
          sandbox.chat("何岚").says("催办 " + number);
          Town.runLoops();
          dutyOfficer.shouldHear("案件" + number + "有人催办（何岚）", "现在待结案");

          dutyOfficer.presses("结案", "待结案 " + number);
          Town.runLoops();
          assertEquals("CLOSED", stage(number));
          sandbox.chat("李梅").shouldHear("您上报的案件" + number);
        });
  }

  @Test
  void whoeverIsNotConvincedHasItVerifiedOnceMore() throws SQLException {
    ChangedFile.during(
        "closure.yaml",
        rules -> rules.replace("# by: 值班长", "by: 值班长"),
        () -> {
          String number = journey.done("李梅", "台湖村消防箱玻璃碎了", "消防站");
          verifier.says("通过 " + number);
          dutyOfficer.says("退回核查 " + number);
          assertTrue(dutyOfficer.lastReply().startsWith("退回核查要写明原因"), dutyOfficer.toString());
          dutyOfficer.says("退回核查 " + number + " 玻璃装好了吗");
          Town.runLoops();

          assertEquals("VERIFICATION", stage(number));
          verifier.shouldHear("玻璃装好了吗");
          verifier.says("通过 " + number);
          assertEquals("案件" + number + "已结案。", dutyOfficer.says("结案 " + number).lastReply());
        });
  }

  @Test
  void theDoerDoesNotClose() throws SQLException {
    ChangedRoster.during(
        roster ->
            roster
                .replace("name: 孙伟\n    roles: [处置人员]", "name: 孙伟\n    roles: [处置人员, 值班长]")
                .replaceFirst("(name: 吴军\n    roles: \\[)值班长", "$1领导"),
        () -> {
          try {
            ChangedFile.during(
                "closure.yaml",
                rules -> rules.replace("# by: 值班长", "by: 值班长"),
                this::onlyTheDoerCouldClose);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void onlyTheDoerCouldClose() {
    String number = journey.done("李梅", "台湖村消防水池没水", "消防站");
    verifier.says("通过 " + number);
    Town.runLoops();

    Chat doer = sandbox.chat("孙伟");
    doer.shouldNotHear("待结案 " + number);
    assertEquals("案件" + number + "是您处置的，要由其他人结案。", doer.says("结案 " + number).lastReply());
    sandbox.chat("王芳").shouldHear("案件" + number + "等待结案，但没有值班长可以结案");
  }

  @Test
  void otherGroupsCloseAsTheyPass() throws SQLException {
    ChangedFile.during(
        "closure.yaml",
        rules -> rules.replace("# by: 值班长\n# only", "by: 值班长\nonly"),
        () -> {
          String number = journey.done("李梅", "台湖村消防器材过期", "消防站");
          assertEquals("案件" + number + "核查通过，已结案。", verifier.says("通过 " + number).lastReply());
        });
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
