package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 回避: for whoever stands back, the case does not exist any more. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class RecusalTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void whoStandsBackHearsNothingOfTheCaseUntilItCloses() {
    String number = journey.reported("李梅", "台湖村配电箱门敞着");
    Chat other = sandbox.chat("赵磊").shouldHear("待派遣 " + number);

    other.says("回避 " + number);
    assertTrue(other.lastReply().contains("回避要写明原因"), other.lastReply());
    other.says("回避 " + number + " 当事人是我表哥");
    assertTrue(other.lastReply().startsWith("您已回避案件" + number), other.lastReply());
    Town.runLoops();
    assertTrue(other.newestCard().toString().contains("您已回避"), other.toString());
    int heard = heardOf(number, "zhaolei");

    dispatcher.says("派遣 " + number + " 给 消防站");
    sandbox.chat("孙伟").says("回退 " + number + " 不归我们管");
    dispatcher.says("派遣 " + number + " 给 消防站 理由 消防设施归消防站");
    sandbox.chat("孙伟").says("签收 " + number);
    journey.doneAgain(number, "消防站", "门已锁好");
    sandbox.chat("周明").says("通过 " + number);
    Town.runLoops();

    assertEquals(List.of("CLOSED"), stage(number));
    assertEquals(heard, heardOf(number, "zhaolei"), other.toString());
    sandbox.chat("李梅").shouldHear("您上报的案件" + number);
    for (String line :
        List.of(number, "派遣 " + number + " 给 消防站", "为什么 " + number, "回避 " + number + " 亲属")) {
      other.says(line);
      assertEquals("没有找到案件" + number + "，或者您无权查看。请核对编号。", other.lastReply(), line);
    }
  }

  /** A canary: whatever happens to the case, whoever holds which role, they hear nothing of it. */
  @Test
  void noRoleHearsOfACaseThatIsWithheldAndNoListShowsIt() {
    String number = journey.dispatched("李梅", "台湖村消防栓接口被人拆走", "消防站");
    List<String> parties = List.of("fengtao", "qianjing", "helan");
    for (String name : List.of("冯涛", "钱静", "何岚")) {
      dispatcher.says("涉事 " + number + " " + name);
      assertTrue(dispatcher.lastReply().startsWith("已记下" + name), dispatcher.lastReply());
    }
    List<Integer> heard = parties.stream().map(each -> heardOf(number, each)).toList();

    sandbox.chat("孙伟").says("签收 " + number);
    sandbox.windTo(
        sandbox
            .now()
            .atZone(ZoneId.of("Asia/Shanghai"))
            .plusDays(5)
            .with(LocalTime.of(8, 45))
            .toInstant());
    journey.doneAgain(number, "消防站", "已装回");
    sandbox.chat("周明").says("不通过 " + number + " 未处理彻底");
    journey.doneAgain(number, "消防站", "已重新装回");
    sandbox.chat("周明").says("通过 " + number);
    Town.runLoops();

    assertEquals(List.of("CLOSED"), stage(number));
    assertEquals(heard, parties.stream().map(each -> heardOf(number, each)).toList());
    assertEquals(
        0,
        Town.count(
            "SELECT count(*) FROM digest_sent WHERE recipient = 'helan' AND text LIKE '%"
                + number
                + "%'"));
    for (String name : List.of("冯涛", "钱静", "何岚")) {
      Chat party = sandbox.chat(name).says(number);
      assertEquals("没有找到案件" + number + "，或者您无权查看。请核对编号。", party.lastReply(), name);
    }
  }

  /** What was still unsent is called back, and those in charge learn that nobody is left. */
  @Test
  void whereNobodyIsLeftThoseInChargeAreToldWithoutANameAndUnsentTextsAreCalledBack() {
    String number = journey.reported("李梅", "台湖村灯箱漏电");
    Town.run(
        "INSERT INTO outbox (recipient, about, kind, payload, posted_at, not_before, not_after)"
            + " VALUES ('zhaolei', '%1$s', 'TEXT', '{}', service_now(),".formatted(number)
            + " service_now() + interval '1 hour', service_now() + interval '2 hours')");
    sandbox.chat("赵磊").says("回避 " + number + " 当事人是我表哥");
    assertEquals(
        List.of("SUPERSEDED"),
        Town.read(
            "SELECT state FROM outbox WHERE recipient = 'zhaolei' AND payload = '{}' AND about = '%s'"
                .formatted(number)));
    dispatcher.says("回避 " + number + " 我也是亲属");
    Town.runLoops();
    assertFalse(
        sandbox.chat("林晓").toString().contains(number), "a duty officer can still dispatch it");
    sandbox.chat("吴军").says("回避 " + number + " 邻居");
    Town.runLoops();

    Chat administrator = sandbox.chat("林晓");
    administrator.shouldHear("案件" + number + "现在没有人可以派遣");
    assertFalse(administrator.toString().contains("王芳"), "it names no party");
  }

  @Test
  void whoeverIsNamedIsNotToldAndTheCaseGoesBackWhereNobodyIsLeft() {
    String number = journey.dispatched("李梅", "台湖村路口有垃圾没人收", "台湖村");
    Chat named = sandbox.chat("郭勇").shouldHear("新任务 " + number);
    int heard = heardOf(number, "guoyong");

    sandbox.chat("孙伟").says("涉事 " + number + " 郭勇");
    assertTrue(sandbox.chat("孙伟").lastReply().contains("才能指明涉事人员"));
    dispatcher.says("涉事 " + number + " 火星人");
    assertTrue(dispatcher.lastReply().startsWith("花名册里没有“火星人”"), dispatcher.lastReply());
    Town.run(
        "INSERT INTO conversation (person, expects, subject, since)"
            + " VALUES ('guoyong', 'request reason', '%s EXTENSION 2工作日', service_now())"
                .formatted(number)
            + " ON CONFLICT (person) DO UPDATE SET expects = excluded.expects,"
            + " subject = excluded.subject, since = excluded.since");
    dispatcher.says("涉事 " + number + " 郭勇");
    Town.runLoops();
    assertEquals(
        List.of(""),
        Town.read("SELECT subject FROM conversation WHERE person = 'guoyong'"),
        "what they were about to say of it is not awaited any more");

    assertEquals(List.of("DISPATCH"), stage(number));
    assertEquals(heard, heardOf(number, "guoyong"), named.toString());
    named.says("签收 " + number);
    assertEquals("没有找到案件" + number + "，或者您无权查看。请核对编号。", named.lastReply());
  }

  private static List<String> stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'");
  }

  /** Messages that went, or are to go, to that person; a repainted card is none. */
  private static int heardOf(String number, String person) {
    return Town.count(
        "SELECT count(*) FROM outbox WHERE kind <> 'CARD_UPDATE' AND state <> 'SUPERSEDED'"
            + " AND recipient = '%s' AND payload LIKE '%%%s%%'".formatted(person, number));
  }
}
