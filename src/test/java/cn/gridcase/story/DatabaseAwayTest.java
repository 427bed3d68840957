package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.FaultyLink;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.wire.Envelope;
import cn.gridcase.sandbox.wire.LedgerEntry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The database is down, hung or slow: WeCom is answered in time all the same, nothing is lost, and
 * each thing is done once, in the order it was said.
 */
@QuarkusTest
@WithTestResource(TownBehindLink.class)
class DatabaseAwayTest {
  private static final String BUSY = "收到，系统正忙，办好后告诉您。";
  private static final int SENTENCES = 12;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");
  private Instant began = Instant.MIN;

  @SuppressWarnings("NullAway.Init") // given by the test resource
  FaultyLink link;

  @BeforeEach
  void nothingIsDrafted() {
    Journey.begin();
    began = sandbox.now();
    worker.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    link.mend();
    SpooledPushes.areReplayed();
    assertEquals(List.of(), sandbox.violations());
  }

  /** Case 06. */
  @Test
  void whatIsSaidWhileItIsDownIsHeardInOrderOnceItIsBack() {
    List<Chat> people = Stream.of("刘建国", "李梅", "何岚", "郭勇").map(sandbox::chat).toList();
    people.forEach(person -> person.says("算了"));
    List<Hearing> before = people.stream().map(Hearing::of).toList();
    int met = link.refused();
    int pushes = sandbox.ledger().of("push text").size();
    link.cut();

    atOnce(people.stream().map(person -> (Runnable) () -> saysALot(person)).toList());

    assertTrue(link.refused() > met, "the database was away");
    List<LedgerEntry> heard = sandbox.ledger().of("push text");
    assertEquals(pushes + people.size() * SENTENCES, heard.size(), "nothing was sent twice");
    assertTrue(heard.stream().skip(pushes).allMatch(push -> push.status().equals("200")));
    before.forEach(person -> assertEquals(SENTENCES, person.timesOf(BUSY)));
    assertEquals(people.size() * SENTENCES, SpooledPushes.files().size());

    link.mend();
    SpooledPushes.areReplayed();
    sandbox.passTime(Duration.ofMinutes(2));
    for (Hearing person : before) {
      assertEquals(allSentences(), draftOf(person.chat()));
      assertEquals(SENTENCES, promised(person));
      assertTrue(person.timesOf("收到，请稍等") > 0, person.chat().toString());
    }
  }

  /** Case 05. */
  @ParameterizedTest
  @ValueSource(strings = {"slow", "hung"})
  void whatTakesTooLongIsAnsweredInTimeAndDoneOnce(String fault) {
    Hearing before = Hearing.of(worker);
    int met = link.held();
    int tries = sandbox.ledger().of("push text").size();
    if (fault.equals("slow")) {
      link.slow(Duration.ofSeconds(6));
    } else {
      link.hang();
    }

    worker.says("次渠村口井盖松动 " + fault);
    worker.says("旁边是小学 " + fault);

    assertEquals(2, before.timesOf(BUSY), worker.toString());
    assertEquals(tries + 2, sandbox.ledger().of("push text").size(), "WeCom did not try again");
    assertTrue(link.held() > met, "the database did not answer");
    link.mend();
    SpooledPushes.areReplayed();
    sandbox.passTime(Duration.ofMinutes(2));
    assertEquals(List.of("次渠村口井盖松动 " + fault, "旁边是小学 " + fault), draftOf(worker));
    assertEquals(2, promised(before));
  }

  /** A press is kept as well as words, and the card is repainted by the press's own code. */
  @Test
  void aPressWhileItIsDownFilesOneCaseOnceItIsBack() {
    worker.says("次渠村小学门口护栏倒了");
    sandbox.passTime(Journey.QUIET);
    worker.shouldBeAbleToPress("上报");
    int cases = Town.count("SELECT count(*) FROM case_file");
    link.cut();

    worker.pressesAgain("上报");
    worker.pressesAgain("上报");

    assertEquals(2, SpooledPushes.files().size(), "the database was away");
    link.mend();
    SpooledPushes.areReplayed();
    worker.shouldHear("已上报 ");
    assertEquals(cases + 1, Town.count("SELECT count(*) FROM case_file"));
    assertEquals("已上报，待派遣", worker.newestCard().replaceText().orElse(""));
  }

  /**
   * Case 03. The connection dies after the inbox row was written, before anything was committed.
   */
  @Test
  void whatDiesHalfWayIsUndoneAndHeardAgain() {
    Hearing before = Hearing.of(worker);

    HeldConversation.of(
        "liujianguo",
        waiting -> {
          var saying = CompletableFuture.runAsync(() -> worker.says("次渠村桥头路灯不亮"));
          waiting.untilSomebodyWaits();
          link.cut();
          saying.join();
        });

    assertEquals(1, before.timesOf(BUSY), worker.toString());
    link.mend();
    SpooledPushes.areReplayed();
    sandbox.passTime(Journey.QUIET);
    assertEquals(List.of("次渠村桥头路灯不亮"), draftOf(worker));
    assertEquals(1, promised(before));
    assertEquals(1, before.timesOf("收到，请稍等"), worker.toString());
  }

  /** The connection dies during COMMIT, which the database then does all the same. */
  @Test
  void aCommitWhoseOutcomeIsUnknownIsNotDoneAgain() {
    Hearing before = Hearing.of(worker);
    Town.run(
        "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_advisory_xact_lock(1), pg_sleep(2); RETURN NULL; END'");
    Town.run(
        "CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT OR UPDATE ON conversation"
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()");
    var saying = CompletableFuture.runAsync(() -> worker.says("次渠村集市电线裸露"));
    HeldConversation.until("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");

    link.cut();

    saying.join();
    HeldConversation.until("SELECT count(*) FROM draft WHERE words = '次渠村集市电线裸露'");
    Town.run("DROP FUNCTION dawdle CASCADE");
    assertEquals(1, before.timesOf(BUSY), worker.toString());
    link.mend();
    SpooledPushes.areReplayed();
    sandbox.passTime(Journey.QUIET);
    assertEquals(List.of("次渠村集市电线裸露"), draftOf(worker));
    assertEquals(1, promised(before));
    assertEquals(1, before.timesOf("收到，请稍等"), worker.toString());
  }

  /** Case 08. Nobody can look up whether it was heard, so it is a replay. */
  @Test
  void aStalePushIsRefusedAlsoWhileItIsDown() throws Exception {
    var wire = new WirePush(sandbox.keys().envelope(), TownSettings.callback());
    Instant now = sandbox.now();
    String xml = WirePush.text(sandbox.keys(), "helan", now, Envelope.random(20), "帮助");
    link.cut();

    assertEquals(403, wire.send(xml, now.minus(Duration.ofHours(1))).statusCode());
    assertEquals(403, wire.send(xml, now.plus(Duration.ofDays(1))).statusCode());
    assertEquals(List.of(), SpooledPushes.files());
    assertEquals(200, wire.send(xml, now).statusCode());
    assertEquals(200, wire.send(xml, now).statusCode());
    assertEquals(1, SpooledPushes.files().size(), "the database was away; one push is kept once");
  }

  /** Case 52. Neither database nor disk: WeCom is asked to send again, and does. */
  @Test
  void whatCanBeKeptNowhereIsNeverAnswered200() throws Exception {
    int tries = sandbox.ledger().of("push text").size();
    Hearing before = Hearing.of(worker);
    Files.deleteIfExists(SpooledPushes.folder());
    Files.createDirectories(SpooledPushes.folder().getParent());
    Files.createFile(SpooledPushes.folder());
    link.cut();

    worker.says("次渠村河边护栏断了");

    List<LedgerEntry> pushes = sandbox.ledger().of("push text");
    assertEquals(tries + 4, pushes.size());
    assertTrue(pushes.stream().skip(tries).allMatch(push -> push.status().equals("503")));
    assertEquals("", before.words());
    Files.delete(SpooledPushes.folder());
    Files.createDirectory(SpooledPushes.folder());
  }

  /**
   * How often they were promised the answer to a report, late; sent twice within a second, the same
   * words are one message to WeCom.
   */
  private int promised(Hearing person) {
    return Town.count(
        "SELECT count(*) FROM outbox WHERE recipient = '%s' AND payload LIKE '%%收到，请稍等%%'"
                .formatted(person.chat().member().userid())
            + " AND posted_at > '%s'".formatted(began));
  }

  private static void saysALot(Chat person) {
    allSentences().forEach(person::says);
  }

  private static List<String> allSentences() {
    return IntStream.rangeClosed(1, SENTENCES).mapToObj(i -> "第" + i + "句路面塌陷").toList();
  }

  private static List<String> draftOf(Chat person) {
    return Town.read(
            "SELECT words FROM draft WHERE state = 'OPEN' AND person = '%s'"
                .formatted(person.member().userid()))
        .get(0)
        .lines()
        .toList();
  }

  private static void atOnce(List<Runnable> all) {
    var threads = Executors.newFixedThreadPool(all.size());
    try {
      CompletableFuture.allOf(
              all.stream()
                  .map(one -> CompletableFuture.runAsync(one, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdown();
    }
  }
}
