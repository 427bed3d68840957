package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.CardFace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Presses that come twice, late, from elsewhere or from nowhere: what holds is one transition. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class CardsUnderFireTest {
  private static final String BUGS = "SELECT count(*) FROM inbox WHERE state = 'RETRY'";
  private static final String REFUSED =
      "SELECT count(*) FROM inbox WHERE state = 'REFUSED' AND sender = '%s'";
  private static final String UNKNOWN = "这张卡片已经失效，没有生效。请回复案件编号看最新情况，或回复“帮助”。";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat otherDispatcher = sandbox.chat("赵磊");
  private final Chat worker = sandbox.chat("刘建国");
  private final int bugs = Town.count(BUGS);

  @Inject MeterRegistry meters;

  @AfterEach
  void nothingWasABug() {
    assertEquals(List.of(), sandbox.violations());
    assertEquals(bugs, Town.count(BUGS), "a press that comes wrong is refused, it is no bug");
  }

  /** Case 19. */
  @Test
  void theSameButtonTwiceAtOnceMovesTheCaseOnce() {
    String number = journey.reported("李梅", "台湖村消防通道堆着砖头");
    dispatcher.shouldHear("待派遣 " + number);
    int heard = presses("wangfang");

    CompletableFuture<Void> second =
        CompletableFuture.runAsync(() -> dispatcher.pressesAgain("派遣"));
    dispatcher.pressesAgain("派遣");
    second.join();

    assertEquals(heard + 2, presses("wangfang"), "both presses were heard");
    assertEquals(List.of("派遣"), moves(number, "DISPOSAL"));
    settled(dispatcher, number);
    Town.runLoops();
    settled(otherDispatcher, number);
  }

  /** Case 21. */
  @Test
  void aForwardedCardIsGoodForNobodyElse() {
    String number = journey.reported("李梅", "台湖村消防通道堆着瓷砖");
    dispatcher.shouldHear("待派遣 " + number);
    double counted = counted("ANOTHERS_CARD");
    int refused = Town.count(REFUSED.formatted("liujianguo"));

    worker.forgesPress(dispatcher, "派遣");
    worker.shouldHear("这张卡片不是发给您的，您按下的按钮没有生效。");
    // Nor for somebody who may dispatch, but by their own card.
    otherDispatcher.forgesPress(dispatcher, "不予立案");

    assertEquals(List.of(), moves(number, "DISPOSAL"));
    assertEquals(counted + 2, counted("ANOTHERS_CARD"));
    assertEquals(refused + 1, Town.count(REFUSED.formatted("liujianguo")));
    dispatcher.presses("派遣", number);
    assertEquals(List.of("派遣"), moves(number, "DISPOSAL"));
  }

  /** Case 22. */
  @Test
  void aCardOfAnEarlierStageShowsTheTruthAndDoesNothing() {
    String number = journey.closed("李梅", "台湖村消防通道堆着水泥", "消防站");
    List<String> before = history(number);

    dispatcher.pressesAgain("派遣");
    settled(dispatcher, number);
    Chat fireman = sandbox.chat("冯涛").pressesAgain("签收");
    sandbox.chat("钱静").pressesAgain("通过");

    assertEquals(before, history(number));
    assertEquals("已由孙伟签收", face(fireman, number).replaceText().orElse(""));
    assertEquals("已由周明核查通过", face(sandbox.chat("钱静"), number).replaceText().orElse(""));
  }

  /** Case 23. */
  @Test
  void aGuessedCardOrButtonIsRefusedAndCounted() {
    String number = journey.reported("李梅", "台湖村消防通道堆着木板");
    dispatcher.shouldHear("待派遣 " + number);
    String taskId = face(dispatcher, number).taskId();
    double cards = counted("UNKNOWN_CARD");
    double buttons = counted("UNKNOWN_BUTTON");
    List<String> before = history(number);

    worker.forgesPress(taskId.substring(1) + "A", "dispatch").shouldHear(UNKNOWN);
    Hearing after = Hearing.of(dispatcher);
    dispatcher.forgesPress(taskId, "pass");
    dispatcher.forgesPress(taskId, "DISPATCH");
    dispatcher.forgesPress(taskId, "dispatch");
    Town.runLoops();

    assertEquals(2, after.timesOf(UNKNOWN));
    assertEquals(1, after.timesOf("没有收到您选的是哪一项，没有生效"), "nothing was chosen");
    assertEquals(cards + 1, counted("UNKNOWN_CARD"));
    assertEquals(buttons + 2, counted("UNKNOWN_BUTTON"));
    assertEquals(before, history(number));
    dispatcher.presses("派遣", number);
    assertEquals(List.of("派遣"), moves(number, "DISPOSAL"));
  }

  /** Case 26. */
  @Test
  void whoDidTheWorkVerifiesItByNoCardAtAll() {
    String number = journey.dispatched("宋佳", "台湖村路边电线垂下来", "应急安全办");
    Chat first = sandbox.chat("徐杰").says("签收 " + number).says("反馈 " + number + " 已加固");
    first.says("提交 " + number + " 已维修");
    Chat colleague = sandbox.chat("罗敏").shouldHear("待核查 " + number);
    Chat reporter = sandbox.chat("宋佳");
    reporter.shouldNotHear("待核查 " + number);
    Chat verifier = sandbox.chat("周明").shouldHear("待核查 " + number);

    reporter.forgesPress(verifier, "通过");
    assertEquals(List.of(), moves(number, "CLOSED"));
    verifier.presses("不通过", number);
    Town.runLoops();
    // She held a card while she was not a doer yet; it is worth nothing once she is.
    colleague.says("反馈 " + number + " 重新架设了线杆").says("提交 " + number + " 已维修");
    colleague.pressesAgain("通过");
    colleague.says("通过 " + number);
    assertEquals("案件" + number + "是您处置的，要由其他人核查。", colleague.lastReply());

    assertEquals(List.of(), moves(number, "CLOSED"));
    verifier.shouldHear("待核查 " + number).presses("通过", number);
    assertEquals(List.of("核查通过"), moves(number, "CLOSED"));
  }

  private static void settled(Chat chat, String number) {
    CardFace face = face(chat, number);
    assertEquals("已由王芳派给消防站", face.replaceText().orElse(""), chat.toString());
    assertTrue(face.card().toString().matches(".*办理时间.*\\d{1,2}:\\d{2}.*"), chat.toString());
  }

  private static CardFace face(Chat chat, String number) {
    return chat.cards().stream()
        .filter(card -> card.card().toString().contains(number))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private double counted(String why) {
    return meters.counter("gridcase.presses.refused", "why", why).count();
  }

  private static int presses(String sender) {
    return Town.count(
        "SELECT count(*) FROM inbox WHERE type = 'event/template_card_event' AND sender = '"
            + sender
            + "'");
  }

  private static List<String> moves(String number, String to) {
    return Town.read(
        "SELECT move FROM history_entry h JOIN case_file c ON c.id = h.case_id"
            + " WHERE c.number = '%s' AND to_stage = '%s' AND from_stage <> to_stage"
                .formatted(number, to));
  }

  private static List<String> history(String number) {
    return Town.read(
        "SELECT h.*::text FROM history_entry h JOIN case_file c ON c.id = h.case_id"
            + " WHERE c.number = '"
            + number
            + "' ORDER BY seq");
  }
}
