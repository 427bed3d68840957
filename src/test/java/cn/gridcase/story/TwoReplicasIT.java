package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.CardFace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes on one database, asked for the same at the same moment. */
class TwoReplicasIT {
  private static final String BEATS =
      "SELECT cycles FROM loop_beat WHERE loop = 'outbox-relay' ORDER BY replica";
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final Replicas REPLICAS = Replicas.start();

  private final Sandbox sandbox = REPLICAS.sandbox();
  private final Chat worker = sandbox.chat("李梅");

  @BeforeAll
  static void haveTime() {
    REPLICAS.sandbox().patience(LONG);
  }

  @AfterAll
  static void stop() {
    REPLICAS.close();
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  /** Case 01, on both replicas at once. */
  @Test
  void onePushToBothReplicasIsOneCaseAndOneReply() {
    worker.says("上报 台湖村消防通道被两辆车堵死");
    int cases = REPLICAS.count("SELECT count(*) FROM case_file");
    String xml = WirePush.text(sandbox.keys(), "limei", sandbox.now(), "99001", "上报");

    List<HttpResponse<String>> answers = toBoth(xml, xml);

    String said = REPLICAS.pushTo(0).said(answers.get(0));
    assertTrue(said.contains("已上报，案件"), said);
    assertEquals(said, REPLICAS.pushTo(1).said(answers.get(1)));
    assertEquals(cases + 1, REPLICAS.count("SELECT count(*) FROM case_file"));
    assertEquals(1, REPLICAS.count("SELECT count(*) FROM inbox WHERE second_key LIKE '%99001'"));
  }

  /** Case 20, each dispatcher on a replica of their own. */
  @Test
  void ofTwoDispatchersOnTwoReplicasOneDispatches() {
    String number = reported("台湖村消防通道被三轮车堵死");
    Chat one = sandbox.chat("王芳").shouldHear("待派遣 " + number);
    Chat other = sandbox.chat("赵磊").shouldHear("待派遣 " + number);

    List<HttpResponse<String>> answers =
        toBoth(one.pressing("派遣", number), other.pressing("派遣", number));

    List<Integer> statuses = answers.stream().map(HttpResponse::statusCode).toList();
    assertEquals(List.of(200, 200), statuses);
    assertEquals(List.of("派遣"), moves(number, "DISPATCH"));
    List<String> winners =
        REPLICAS.read(
            "SELECT DISTINCT face::json->>'replace_text' FROM sent_card"
                + " WHERE card = 'dispatch' AND NOT open AND subject = '"
                + number
                + "'");
    assertEquals(1, winners.size(), winners.toString());
    assertEquals(
        2,
        REPLICAS.count(
            "SELECT count(*) FROM inbox WHERE xml LIKE '%<TaskId><![CDATA["
                + task(one, number)
                + "]]>%' OR xml LIKE '%<TaskId><![CDATA["
                + task(other, number)
                + "]]>%'"),
        "both are on record");
    sandbox.chat("孙伟").shouldHear("新任务 " + number);
  }

  /**
   * Case 44: a replica that stands still while it sends is overtaken, and changes nothing later.
   */
  @Test
  void whatAPausedReplicaBringsLateChangesNothing() {
    String number = reported("台湖村消防通道被货车堵死");
    sandbox.chat("王芳").shouldHear("待派遣 " + number);
    Waiting.until("all is sent", LONG, () -> open() == 0);
    sandbox.callbackAt(Replicas.callback(REPLICAS.one(0).port()));
    REPLICAS.apiOf(0).slow(Duration.ofMillis(1500));
    int repeats = repeats();

    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
    // WeCom has it, and its answer is on the way.
    sandbox.chat("孙伟").shouldHear("新任务 " + number);
    REPLICAS.one(0).pause();
    sandbox.callbackAt(Replicas.callback(REPLICAS.balancer().port()));
    int sending =
        REPLICAS.count("SELECT count(*) FROM outbox WHERE state = 'SENDING' AND kind = 'CARD'");
    assertTrue(sending > 0, "it stood still while it was sending");
    REPLICAS.run("UPDATE outbox SET claimed_until = '2000-01-01' WHERE state = 'SENDING'");
    Waiting.until("the other has sent it all", LONG, () -> open() == 0);
    List<String> settled = outbox(number);
    List<String> before = REPLICAS.read(BEATS);

    REPLICAS.apiOf(0).mend();
    REPLICAS.one(0).goOn();
    Waiting.until("both go on", LONG, () -> goneOn(before, REPLICAS.read(BEATS)));

    assertEquals(settled, outbox(number), "its late result changed nothing");
    assertTrue(REPLICAS.one(0).said().contains("is not written down"), "a late result came");
    assertEquals(repeats + sending, repeats(), "WeCom suppressed what was sent again");
    assertEquals(0, new LedgerAudit(REPLICAS).doubles());
    sandbox.chat("孙伟").presses("签收", number);
    assertEquals(List.of("派遣"), moves(number, "DISPATCH"));
  }

  /** A hundred thumbs at every step of one case, and each press is delivered twice. */
  @Test
  void ofAHundredPressesAtOnceOneMovesTheCase() {
    String number = reported("台湖村路口暴露垃圾成堆");
    Chat one = sandbox.chat("王芳").shouldHear("待派遣 " + number);
    Chat other = sandbox.chat("赵磊").shouldHear("待派遣 " + number);
    Hearing reporter = Hearing.of(worker);
    var storm = new PressStorm(REPLICAS);

    storm.movesOnce(
        number, "DISPATCH", PressStorm.thumbs(List.of(one, other), "待派遣 " + number, "派遣", "自行处理"));
    storm.movesOnce(
        number, "DISPOSAL", PressStorm.thumbs(holders("新任务 " + number), "新任务 " + number, "签收"));
    Chat signer = sandbox.chat(signer(number));
    signer.says("垃圾已清理，地面已冲洗").shouldHear("提交结果 " + number);
    storm.movesOnce(number, "DISPOSAL", PressStorm.thumbs(List.of(signer), "提交结果 " + number, "提交"));
    storm.movesOnce(
        number, "VERIFICATION", PressStorm.thumbs(holders("待核查 " + number), "待核查 " + number, "通过"));

    Waiting.until("the reporter knows", LONG, () -> reporter.timesOf("已结案") == 1);
    assertEquals(0, new LedgerAudit(REPLICAS).doubles());
  }

  private List<Chat> holders(String title) {
    Waiting.until("somebody holds " + title, LONG, () -> !holding(title).isEmpty());
    return holding(title);
  }

  private List<Chat> holding(String title) {
    return Stream.of("处置人员", "核查员")
        .flatMap(role -> sandbox.chatsOf(role).stream())
        .filter(
            chat -> chat.cards().stream().anyMatch(card -> card.card().toString().contains(title)))
        .toList();
  }

  /** What the presses were answered with, nobody's phone has seen. */
  private static String signer(String number) {
    return REPLICAS
        .read(
            "SELECT p.person FROM assignment a JOIN case_file c ON c.id = a.case_id"
                + " JOIN actor p ON p.ref = a.signed_by WHERE c.number = '%s'".formatted(number))
        .get(0);
  }

  private String reported(String words) {
    worker.says("上报 " + words).says("上报");
    return Journey.numberIn(worker.lastReply());
  }

  private List<HttpResponse<String>> toBoth(String first, String second) {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      var one = CompletableFuture.supplyAsync(() -> sent(0, first), two);
      var other = CompletableFuture.supplyAsync(() -> sent(1, second), two);
      return List.of(one.join(), other.join());
    } finally {
      two.shutdown();
    }
  }

  private HttpResponse<String> sent(int replica, String xml) {
    try {
      return REPLICAS.pushTo(replica).send(xml, sandbox.now());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String task(Chat chat, String number) {
    return card(chat, number).taskId();
  }

  private static CardFace card(Chat chat, String number) {
    return chat.cards().stream()
        .filter(card -> card.card().toString().contains(number))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> moves(String number, String from) {
    return PressStorm.moves(REPLICAS, number, from);
  }

  private static List<String> outbox(String number) {
    return REPLICAS.read(
        "SELECT o::text FROM outbox o WHERE about = '" + number + "' ORDER BY position");
  }

  private static int open() {
    return REPLICAS.read(LedgerAudit.OPEN).size();
  }

  private int repeats() {
    return (int)
        sandbox.ledger().dropped().stream().filter(line -> line.startsWith("duplicate")).count();
  }

  /** Every relay has begun and finished new cycles. */
  private static boolean goneOn(List<String> before, List<String> now) {
    return IntStream.range(0, before.size())
        .allMatch(i -> Integer.parseInt(now.get(i)) > Integer.parseInt(before.get(i)) + 2);
  }
}
