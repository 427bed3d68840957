package cn.gridcase.story;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody else's change is committed while one waits for it, or nothing more is said. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LatecomerTest {
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{3,}");

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("李梅");
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat verifier = sandbox.chat("周明");

  @Test
  void whoWaitsForACaseSeesItAsItIsThen() throws SQLException {
    String number = report("台湖村口垃圾成堆");
    meanwhile(
        "UPDATE case_file SET version = version + 1 WHERE number = ?",
        number,
        () -> dispatcher.says("自行处理 " + number));
    dispatcher.shouldHear("案件" + number + "已交社区自行处理。");
  }

  @Test
  void aQuestionNeverCoversACardThatIsSettled() throws SQLException {
    String number = report("台湖村口消防通道被堵");
    dispatcher.shouldHear("待派遣 " + number);
    meanwhile(
        "UPDATE sent_card SET open = false, face = replace(face, '待派遣', '已派遣')"
            + " WHERE subject = ? AND card = 'dispatch'",
        number,
        () -> dispatcher.presses("不予立案", number));
    dispatcher.shouldHear("已派遣 " + number);
  }

  @Test
  void eachReworkSaysItsOwnReason() {
    String number = report("台湖村口消防通道被堵");
    dispatcher.says("派遣 " + number + " 给 消防站");
    fireman.says("签收 " + number);
    handsIn(number);
    verifier.says("不通过 " + number + " 现场未处理");
    fireman.shouldHear("现场未处理");
    handsIn(number);
    verifier.says("不通过 " + number + " 又被堵上了");
    fireman.shouldHear("需要返工 " + number, "又被堵上了");
  }

  private void handsIn(String number) {
    fireman.says("反馈 " + number + " 已清理");
    fireman.says("提交 " + number + " 已清理恢复");
  }

  private String report(String words) {
    worker.says(words);
    sandbox.passTime(QUIET);
    worker.says("上报");
    var found = NUMBER.matcher(worker.lastReply());
    if (!found.find()) {
      throw new AssertionError(worker.lastReply());
    }
    return found.group();
  }

  private static void meanwhile(String change, String number, Runnable deed) throws SQLException {
    try (Connection other = Town.owner().getConnection();
        PreparedStatement changing = other.prepareStatement(change)) {
      other.setAutoCommit(false);
      changing.setString(1, number);
      changing.executeUpdate();
      var done = CompletableFuture.runAsync(deed);
      done.copy().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
      other.commit();
      done.join();
    }
    Town.runLoops();
  }
}
