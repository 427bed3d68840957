package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** One person, two things at once: they are heard one after the other. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DoubleTapTest {
  private static final String CASES = "SELECT count(*) FROM case_file";

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");

  @BeforeEach
  void nothingIsDrafted() {
    Journey.begin();
    worker.says("算了");
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    worker.says("算了");
    assertEquals(List.of(), sandbox.violations());
  }

  @RepeatedTest(5)
  void aDoubleTapFilesOneCase() {
    worker.says("次渠村消防通道停了婚车");
    sandbox.passTime(Journey.QUIET);
    worker.shouldBeAbleToPress("上报");
    int cases = Town.count(CASES);

    atOnce(() -> worker.pressesAgain("上报"), () -> worker.pressesAgain("上报"));

    assertEquals(cases + 1, Town.count(CASES));
    assertEquals("已上报，待派遣", worker.newestCard().replaceText().orElse(""));
  }

  @RepeatedTest(5)
  void twoSentencesAtOnceStandInOneDraft() {
    atOnce(() -> worker.says("次渠村路口积水"), () -> worker.says("水已经没过脚面"));

    List<String> drafts =
        Town.read("SELECT words FROM draft WHERE person = 'liujianguo' AND state = 'OPEN'");
    assertEquals(1, drafts.size(), drafts.toString());
    assertEquals(Set.of("次渠村路口积水", "水已经没过脚面"), Set.copyOf(drafts.get(0).lines().toList()));
    sandbox.passTime(Journey.QUIET);
    assertTrue(worker.newestCard().card().toString().contains("水已经没过脚面"));
  }

  private static void atOnce(Runnable one, Runnable other) {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(one, two), CompletableFuture.runAsync(other, two))
          .join();
    } finally {
      two.shutdown();
    }
  }
}
