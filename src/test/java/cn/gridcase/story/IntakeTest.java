package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.CardQuestion;
import cn.gridcase.time.Due;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 受理: what somebody says becomes a draft, and the draft a case. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class IntakeTest {
  private static final String CASES = "SELECT count(*) FROM case_file";
  private static final String DRAFTS =
      "SELECT words FROM draft WHERE person = 'liujianguo' AND state = 'OPEN'";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");
  private Hearing heard = Hearing.of(worker);

  @BeforeEach
  void nothingIsDrafted() {
    Journey.begin();
    worker.says("算了");
    heard = Hearing.of(worker);
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void wordsInSeveralMessagesGrowOneDraftWithOneQuietCard() {
    for (String words : List.of("次渠村东口有人在烧", "垃圾，烟很大", "3号楼")) {
      worker.says(words);
      Town.runLoops();
    }
    assertEquals(List.of(), heard.cards(), "nobody is interrupted");
    sandbox.passTime(Journey.QUIET);

    assertEquals(List.of("次渠村东口有人在烧\n垃圾，烟很大\n3号楼"), Town.read(DRAFTS));
    assertEquals(1, heard.cards().size(), worker.toString());
    worker.shouldHear("焚烧垃圾树叶");

    worker.says("还有树叶也在烧");
    sandbox.passTime(Journey.QUIET);

    assertEquals(2, heard.cards().size(), worker.toString());
    assertEquals("请看下面的新卡片", heard.cards().get(0).replaceText().orElse(""));
    assertEquals(
        "次渠村东口有人在烧\n垃圾，烟很大\n3号楼\n还有树叶也在烧",
        heard.cards().get(1).card().path("sub_title_text").asText());
  }

  @Test
  void thisIsNotOneDropsTheDraft() {
    int cases = Town.count(CASES);
    worker.says("次渠村西口井盖好像没了");
    sandbox.passTime(Journey.QUIET);

    worker.presses("不是这个");

    assertEquals("已放弃", worker.newestCard().replaceText().orElse(""));
    worker.says("上报");
    assertTrue(worker.lastReply().contains("现在没有待上报的草稿"), worker.toString());
    assertEquals(cases, Town.count(CASES));
  }

  @Test
  void moreCategoriesPageThroughAllAndTheChosenOneIsFiled() {
    int categories = categoryNames(worker.says("更多类别").lastReply());
    worker.says("次渠村南街说不清是哪一类");
    sandbox.passTime(Journey.QUIET);
    worker.presses("更多类别");

    var seen = new HashSet<String>();
    for (int pages = 0; pages < 20 && !seen.contains("擅自饲养家禽家畜"); pages++) {
      seen.addAll(offered());
      worker.chooses("更多…").presses("按所选类别上报");
    }
    for (int pages = 0; pages < 20 && seen.addAll(offered()); pages++) {
      worker.chooses("更多…").presses("按所选类别上报");
    }
    seen.remove("更多…");
    assertEquals(categories, seen.size(), seen.toString());

    String last = offered().get(1);
    worker.chooses(last).presses("按所选类别上报");
    worker.shouldHear("已上报 ");
    assertTrue(worker.newestCard().card().toString().contains(last), worker.toString());
    worker.says(Journey.numberIn(worker.newestCard().toString()));
    assertTrue(worker.lastReply().contains("（" + last + "）"), worker.toString());
  }

  @Test
  void everyButtonIsAlsoATypedLine() {
    worker.says("次渠村北街有人在烤东西");
    assertTrue(worker.says("更多类别").lastReply().contains("露天烧烤"), worker.toString());
    worker.says("上报 露天烧烤");
    assertTrue(worker.lastReply().matches("已上报，案件\\d{8}-\\d{3,}（露天烧烤），截止.+。"));

    worker.says("次渠村北街路灯杆歪了").says("算了");
    assertEquals("好的，这条没有上报。", worker.lastReply());
    assertEquals(List.of(), Town.read(DRAFTS));
    sandbox.passTime(Journey.QUIET);
    assertEquals(List.of(), heard.cards(), "what was settled in words needs no card");
  }

  @Test
  void aGreetingIsNoReport() {
    worker.says("你好");

    assertTrue(worker.lastReply().startsWith("您好"), worker.toString());
    assertEquals(List.of(), Town.read(DRAFTS));
  }

  @Test
  void wordsTooLongAreRefusedAndNothingIsLost() {
    worker.says("长".repeat(501));
    assertTrue(worker.lastReply().endsWith("这一句没有记入。请写得短一些再发。"), worker.toString());

    worker.says("次渠村桥头护栏断了");

    worker.says("长".repeat(500));

    assertTrue(worker.lastReply().contains("最多500个字，这一句没有记入"), worker.toString());
    assertEquals(List.of("次渠村桥头护栏断了"), Town.read(DRAFTS));
  }

  @Test
  void aSecondPressFilesNothingMore() {
    worker.says("次渠村口消防通道又堵了");
    sandbox.passTime(Journey.QUIET);
    int cases = Town.count(CASES);

    worker.presses("上报").pressesAgain("上报").pressesAgain("不是这个");

    assertEquals(cases + 1, Town.count(CASES));
    assertEquals("已上报，待派遣", worker.newestCard().replaceText().orElse(""));
    worker.says(Journey.numberIn(worker.newestCard().toString()));
    assertTrue(worker.lastReply().contains("待派遣"), worker.toString());
  }

  @Test
  void aDraftShowsTheDeadlineItWouldHave() {
    List<String> possible = new ArrayList<>(List.of(inOneDay()));
    worker.says("次渠村老街消防通道堆满东西");
    sandbox.passTime(Journey.QUIET);
    possible.add(inOneDay());

    String card = worker.newestCard().card().toString();
    assertTrue(possible.stream().anyMatch(card::contains), possible + " in " + card);
    assertFalse(worker.newestCard().replaceText().isPresent());
  }

  @Test
  void rareCharactersArriveAsTheyWereWritten() {
    worker.says("𠮷家胡同口🔥有人烧垃圾\0👨‍👩‍👧");
    sandbox.passTime(Journey.QUIET);

    worker.shouldHear("𠮷家胡同口🔥有人烧垃圾👨‍👩‍👧").presses("上报").shouldHear("已上报 ");
    assertEquals(
        1, Town.count("SELECT count(*) FROM history_text WHERE body = '𠮷家胡同口🔥有人烧垃圾👨‍👩‍👧'"));
  }

  private List<String> offered() {
    CardFace face = worker.newestCard();
    CardQuestion question = face.questions().get(0);
    assertTrue(question.options().size() <= 10, question.toString());
    return List.copyOf(question.options().values());
  }

  private String inOneDay() {
    Instant due = sandbox.now().plus(Duration.ofHours(24));
    return new Due(due, false).said(ZONE);
  }

  private static int categoryNames(String reply) {
    return reply.substring(reply.indexOf('\n') + 1).split("、").length;
  }
}
