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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person's hearing is held up while the database serves everybody else. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class WaitingInLineTest {
  private static final String ANSWERED_LATE =
      "SELECT count(*) FROM inbox WHERE sender = 'liujianguo' AND answered_late";

  private static final String BUSY = "收到，系统正忙，办好后告诉您。";

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");
  private final Chat other = sandbox.chat("李梅");

  @BeforeEach
  void nothingIsDrafted() {
    Journey.begin();
    worker.says("算了");
    other.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    sandbox.pushFaults().clear();
    assertEquals(List.of(), sandbox.violations());
  }

  /** Case 02. Case 05: what waits less than WeCom does is answered in-band as ever. */
  @Test
  void aRepeatWaitsForTheFirstAndGetsTheSameReply() {
    int happened = sandbox.pushFaults().happened(PushFault.DUPLICATE_TOGETHER);
    HeldConversation.of(
        "liujianguo",
        held -> {
          sandbox.pushFaults().next(PushFault.DUPLICATE_TOGETHER, 1);
          var saying = CompletableFuture.runAsync(() -> worker.says("次渠村口树倒了"));
          // The first waits for the conversation, the repeat for the first's key.
          HeldConversation.until("SELECT count(*) / 2 FROM pg_locks WHERE NOT granted");
          held.letGo();
          saying.join();
        });

    assertEquals(happened + 1, sandbox.pushFaults().happened(PushFault.DUPLICATE_TOGETHER));
    List<LedgerEntry> pushes = sandbox.ledger().of("push text");
    List<LedgerEntry> both = pushes.subList(pushes.size() - 2, pushes.size());
    assertTrue(both.stream().allMatch(push -> push.reply().contains("收到，请稍等")), both.toString());
    assertEquals(List.of("次渠村口树倒了"), draft());
    assertEquals(1, Town.count("SELECT count(*) FROM inbox WHERE xml LIKE '%次渠村口树倒了%'"));
  }

  /** What somebody says later joins the spool, and nobody else's does. */
  @Test
  void onePersonsLaterWordsWaitBehindTheirEarlierOnesAndOthersAreServed() {
    Hearing before = Hearing.of(worker);
    int late = Town.count(ANSWERED_LATE);

    HeldConversation.of(
        "liujianguo",
        held -> {
          worker.says("次渠村南口路面塌陷");
          assertEquals(BUSY, worker.lastReply());
          other.says("台湖村北口路面塌陷");
          assertTrue(other.lastReply().startsWith("收到，请稍等"), other.toString());
          worker.says("有一米见方");
          assertEquals(BUSY, worker.lastReply());
          assertEquals(2, SpooledPushes.files().size());
          held.letGo();
        });

    // The first was under way all the time, and may have ended by now; that is for the key to tell.
    SpooledPushes.areReplayed();
    sandbox.passTime(Journey.QUIET);
    assertEquals(List.of("次渠村南口路面塌陷", "有一米见方"), draft());
    assertEquals(late + 2, Town.count(ANSWERED_LATE));
    assertTrue(before.timesOf("收到，请稍等") > 0, worker.toString());
    worker.says("算了");
    // The spool holds nothing of theirs any more, so this is answered at once.
    assertEquals("好的，这条没有上报。", worker.lastReply());
  }

  private static List<String> draft() {
    return Town.read("SELECT words FROM draft WHERE person = 'liujianguo' AND state = 'OPEN'")
        .get(0)
        .lines()
        .toList();
  }
}
