package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.push.PushFault;
import cn.gridcase.sandbox.wire.LedgerEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same push again, in every way it can come again, has one effect and one reply.
 *
 * <p>Case 01.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DuplicatePushTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");

  @BeforeEach
  void nothingIsDrafted() {
    Journey.begin();
    worker.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    sandbox.pushFaults().clear();
    assertEquals(List.of(), sandbox.violations());
  }

  @ParameterizedTest
  @EnumSource(names = {"DUPLICATE", "DUPLICATE_TOGETHER", "LOST_ANSWER"})
  void aPressHeardTwiceFilesOneCase(PushFault fault) {
    worker.says("次渠村口消防通道被堵 " + fault);
    sandbox.passTime(Journey.QUIET);
    int cases = Town.count("SELECT count(*) FROM case_file");

    twice(fault, () -> worker.presses("上报"));

    assertEquals(cases + 1, Town.count("SELECT count(*) FROM case_file"));
    sameReplies("push template_card_event", "已上报 ");
    Town.runLoops();
    String number = Journey.numberIn(worker.newestCard().toString());
    var dispatcher = new Hearing(sandbox.chat("王芳"), 0);
    assertEquals(1, dispatcher.timesOf("待派遣 " + number), dispatcher.chat().toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"DUPLICATE", "DUPLICATE_TOGETHER", "LOST_ANSWER"})
  void wordsHeardTwiceStandInTheDraftOnce(PushFault fault) {
    twice(fault, () -> worker.says("次渠村路灯不亮 " + fault));

    assertEquals(
        List.of("次渠村路灯不亮 " + fault),
        Town.read("SELECT words FROM draft WHERE person = 'liujianguo' AND state = 'OPEN'"));
    sameReplies("push text", "收到，请稍等");
  }

  @ParameterizedTest
  @EnumSource(names = {"DUPLICATE", "DUPLICATE_TOGETHER", "LOST_ANSWER"})
  void aRefusalHeardTwiceIsTheSameRefusal(PushFault fault) {
    twice(fault, () -> worker.says("上报"));

    sameReplies("push text", "现在没有待上报的草稿");
  }

  private void twice(PushFault fault, Runnable push) {
    int before = sandbox.pushFaults().happened(fault);
    sandbox.pushFaults().next(fault, 1);
    push.run();
    assertEquals(before + 1, sandbox.pushFaults().happened(fault), "the fault happened");
  }

  /** But for CreateTime, which goes with the try, both answers are the same. */
  private void sameReplies(String path, String part) {
    List<LedgerEntry> pushes = sandbox.ledger().of(path);
    LedgerEntry first = pushes.get(pushes.size() - 2);
    LedgerEntry second = pushes.get(pushes.size() - 1);
    assertEquals(first.body(), second.body());
    assertEquals(said(first), said(second));
    assertTrue(first.reply().contains(part), first.reply());
  }

  private static String said(LedgerEntry push) {
    return push.reply().replaceAll("<CreateTime>\\d+</CreateTime>", "");
  }
}
