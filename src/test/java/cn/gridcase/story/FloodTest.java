package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody says more in a minute than anybody types.
 *
 * <p>Case 17.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class FloodTest {
  private static final int SENTENCES = 80;
  private static final int ANSWERED = 60;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");
  private final Chat other = sandbox.chat("李梅");

  private List<String> dropped = List.of();

  @BeforeEach
  void aMinuteBegins() {
    Journey.begin();
    dropped = List.copyOf(sandbox.ledger().dropped());
    worker.says("算了");
    other.says("算了");
    sandbox.windTo(sandbox.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1)));
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    worker.says("算了");
    assertEquals(List.of(), sandbox.violations());
    assertEquals(dropped, sandbox.ledger().dropped());
  }

  @Test
  void allWordsAreKeptInOneDraftAndOneNoticeSaysSo() {
    Hearing before = Hearing.of(worker);
    for (int i = 0; i < SENTENCES; i++) {
      worker.says("次渠" + i + "处");
    }

    assertEquals(1, before.timesOf("这一分钟发来的消息太多"), worker.toString());
    assertEquals(ANSWERED + 1, before.bubbles().size());
    String words =
        Town.read("SELECT words FROM draft WHERE person = 'liujianguo' AND state = 'OPEN'").get(0);
    assertTrue(words.lines().count() == SENTENCES, words);
    other.says("台湖村口积水");
    assertTrue(other.lastReply().startsWith("收到，请稍等"), other.toString());

    sandbox.passTime(Duration.ofMinutes(1));
    worker.says("到此为止");
    assertTrue(worker.lastReply().startsWith("收到，请稍等"), worker.toString());
  }

  @Test
  void refusalsAreTemperedLikewise() {
    Hearing before = Hearing.of(worker);
    for (int i = 0; i < SENTENCES; i++) {
      worker.says("上报");
    }

    assertEquals(ANSWERED, before.timesOf("现在没有待上报的草稿"));
    assertEquals(1, before.timesOf("这一分钟发来的消息太多"), worker.toString());
    assertEquals(ANSWERED + 1, before.bubbles().size());
  }
}
