package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 处置后照片: a category may ask for them, some outcomes have nothing to show. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ResultPhotosTest {
  private static final String ASKED = "要有1张处置后的照片（和上报照片同一角度拍一张）";

  private final Sandbox sandbox = Town.sandbox();
  private final Chat unit = sandbox.chat("高峰");
  private String number = "";

  @BeforeEach
  void aWallWasOpened() {
    number = Journey.begin().dispatched("李梅", "台湖村临街住户破墙开店", "规划自然资源所");
    unit.says("签收 " + number);
    Town.runLoops();
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void wordsAloneAreRefusedWithWhatToDo() {
    unit.says("反馈 " + number + " 已封堵洞口").says("提交 " + number + " 责令整改");

    String refusal = "这类案件" + ASKED + "，现在还没有。请先发现场照片，再提交。确实拍不了，处置结果请选“移送其他部门”或“查无此事”。";
    assertEquals(refusal, unit.lastReply());

    sandbox.passTime(Journey.QUIET);
    unit.shouldHear("提交结果 " + number, "还没有，" + ASKED);
    unit.chooses("处置结果", "责令整改").presses("提交", number);
    Town.runLoops();
    unit.shouldHear(refusal);
    assertEquals("DISPOSAL", stage());
  }

  @Test
  void withThePhotoItIsHandedIn() {
    unit.says("反馈 " + number + " 已封堵洞口").sendsPhoto().says("提交 " + number + " 责令整改");

    assertEquals("案件" + number + "已提交（责令整改），等待核查。", unit.lastReply());
    assertEquals("VERIFICATION", stage());
  }

  @Test
  void ofWhatIsNotThereNoPhotoIsNeeded() {
    unit.says("反馈 " + number + " 现场没有开墙打洞").says("提交 " + number + " 查无此事");

    assertTrue(unit.lastReply().contains("已提交（查无此事）"), unit.toString());
    assertEquals("VERIFICATION", stage());
  }

  private String stage() {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
