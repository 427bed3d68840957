package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main job: a message becomes a closed case. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ReportToClosureTest {
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{3,}");

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("李梅");
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat otherDispatcher = sandbox.chat("赵磊");
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat verifier = sandbox.chat("周明");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aMessageBecomesAClosedCase() {
    worker.says("台湖村口消防通道被堵");
    assertEquals("收到，请稍等，马上给您一张上报卡片确认。也可以接着补充。", worker.lastReply());
    sandbox.passTime(QUIET);
    worker.shouldHear("消防通道堵塞").presses("上报");
    String number = numberIn(worker.newestCard().toString());
    worker.shouldHear("已上报 " + number).shouldHear("截止时间");

    dispatcher.shouldHear("待派遣 " + number).shouldHear("消防站").presses("派遣", number);
    dispatcher.shouldHear("已由王芳派给消防站");
    otherDispatcher.shouldHear("已由王芳派给消防站");

    fireman.presses("签收", number).says("已清理堆放物，通道恢复畅通");
    sandbox.passTime(QUIET);
    fireman.chooses("处置结果", "已清理恢复").presses("提交", number);
    fireman.shouldHear("已提交 " + number);

    verifier.shouldHear("已清理堆放物，通道恢复畅通").presses("通过", number);
    verifier.shouldHear("已由周明核查通过");
    worker.shouldHear("您上报的案件" + number + "（消防通道堵塞）已核查通过，结案了");

    worker.says(number);
    worker.shouldHear("案件" + number + "（消防通道堵塞）：已结案。");
  }

  private static String numberIn(String text) {
    var found = NUMBER.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no case number in " + text);
    }
    return found.group();
  }
}
