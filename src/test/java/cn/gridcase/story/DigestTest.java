package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 简报: what leaders are told has parts that add up; each story has a day of its own. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DigestTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern FIGURES =
      Pattern.compile(
          "今日简报（截至\\d+月\\d+日 \\d\\d:\\d\\d）：收到(\\d+)件，其中立案(\\d+)、待受理(\\d+)、"
              + "不予立案(\\d+)、作废或并案(\\d+)；结案(\\d+)件；在办(\\d+)件，其中超期(\\d+)件。");

  private final Sandbox sandbox = Town.sandbox();
  private final Chat leader = sandbox.chat("何岚");
  private final Chat dispatcher = sandbox.chat("王芳");

  /** The figures of one digest, in its order. */
  private record Figures(
      int received,
      int filed,
      int waiting,
      int declined,
      int voided,
      int closed,
      int open,
      int overdue) {}

  @BeforeEach
  void aNewDayBegins() {
    sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.of(9, 30)).toInstant());
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theCountsMoveAsTheCasesMove() {
    Figures morning = digest();
    assertEquals(0, morning.received() + morning.closed(), "a new day");
    Journey journey = Journey.begin();

    String first = journey.reported("李梅", "台湖村消防通道停了三轮车");
    String second = journey.reported("刘建国", "次渠村消防通道停了铲车");
    assertEquals(new Figures(2, 2, 0, 0, 0, 0, morning.open() + 2, othersOverdue("")), digest());

    dispatcher.says("不予立案 " + first + " 重复上报");
    assertEquals(new Figures(2, 1, 0, 1, 0, 0, morning.open() + 1, othersOverdue("")), digest());

    dispatcher.says("派遣 " + second + " 给 消防站");
    sandbox.chat("孙伟").says("签收 " + second);
    journey.doneAgain(second, "消防站", "铲车已开走");
    assertEquals(new Figures(2, 1, 0, 1, 0, 0, morning.open() + 1, othersOverdue("")), digest());

    sandbox.chat("周明").says("通过 " + second);
    assertEquals(new Figures(2, 1, 0, 1, 0, 1, morning.open(), othersOverdue("")), digest());
  }

  @Test
  void everyStageIsOneOfTheParts() {
    String number = Journey.begin().reported("李梅", "台湖村安全出口堆满桶");
    int open = digest().open();
    String put = "UPDATE case_file SET stage = '%s' WHERE number = '" + number + "'";

    // No move leads there yet; the figures are ready for them.
    Town.run(put.formatted("INTAKE"));
    Figures waiting = digest();
    Town.run(put.formatted("VOIDED"));
    Figures voided = digest();
    Town.run(put.formatted("DISPATCH"));

    assertEquals(new Figures(1, 0, 1, 0, 0, 0, open - 1, waiting.overdue()), waiting);
    assertEquals(new Figures(1, 0, 0, 0, 1, 0, open - 1, voided.overdue()), voided);
    assertEquals(1, digest().filed());
  }

  @Test
  void aCaseIsOverdueFromItsDeadlineUntilAResultIsHandedIn() {
    Journey journey = Journey.begin();
    String number = journey.signed("李梅", "台湖村马路中间井盖没了", "应急安全办");
    assertEquals(othersOverdue(number), digest().overdue());

    sandbox.passTime(Duration.ofHours(2).minusMinutes(1));
    assertEquals(othersOverdue(number), digest().overdue());
    sandbox.passTime(Duration.ofMinutes(2));
    assertEquals(othersOverdue(number) + 1, digest().overdue());

    journey.doneAgain(number, "应急安全办", "井盖已补装");
    assertEquals(othersOverdue(number), digest().overdue());
    sandbox.chat("周明").says("不通过 " + number + " 未处理彻底");
    assertEquals(othersOverdue(number) + 1, digest().overdue(), "rework: the clock goes on");
  }

  @Test
  void aCaseOfYesterdayClosesTodayAndWasNotReceivedToday() {
    String number = Journey.begin().done("李梅", "台湖村疏散通道堆酒箱", "消防站");
    aNewDayBegins();
    Figures morning = digest();

    sandbox.chat("周明").says("通过 " + number);

    assertEquals(new Figures(0, 0, 0, 0, 0, 1, morning.open() - 1, othersOverdue("")), digest());
  }

  @Test
  void onlyTheEntitledReadIt() {
    for (String entitled : List.of("何岚", "吴军", "王芳", "林晓")) {
      Chat chat = sandbox.chat(entitled).says("简报");
      assertTrue(FIGURES.matcher(chat.lastReply()).matches(), chat.toString());
    }
    for (String other : List.of("李梅", "孙伟", "周明")) {
      Chat chat = sandbox.chat(other).says("简报");
      assertEquals("简报发给领导、值班长和派遣员。您可以发案件编号查进度。", chat.lastReply());
    }
  }

  /** What the leader reads now; its parts add up, always. */
  private Figures digest() {
    leader.says("简报");
    var found = FIGURES.matcher(leader.lastReply());
    assertTrue(found.matches(), leader.toString());
    int[] n = new int[9];
    for (int i = 1; i < n.length; i++) {
      n[i] = Integer.parseInt(found.group(i));
    }
    Figures day = new Figures(n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
    assertEquals(day.received(), day.filed() + day.waiting() + day.declined() + day.voided());
    assertTrue(day.overdue() <= day.open(), day.toString());
    return day;
  }

  private static int othersOverdue(String number) {
    return Town.count(
        "SELECT count(*) FROM case_file WHERE number <> '%s' AND stage IN".formatted(number)
            + " ('DISPATCH', 'DISPOSAL') AND due_at < service_now()");
  }
}
