package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 阶段: a case of several legs closes with its last, and each has a deadline of its own. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LegsTest {
  private static final String LEGAL = "京通城管罚字〔2026〕第12号";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat unit = sandbox.chat("高峰");
  private final Chat verifier = sandbox.chat("周明");
  private final Chat reporter = sandbox.chat("李梅");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void eachLegIsSignedForHandedInAndVerifiedBeforeTheNextBegins() {
    String number = journey.dispatched("李梅", "台湖村有人私搭彩钢棚", "规划自然资源所");
    unit.shouldHear("新任务 " + number, "阶段", "停工");
    List<String> first = due(number);

    does(number, "已停工");
    verifier.shouldHear("待核查 " + number, "停工");
    verifier.says("不通过 " + number + " 还在施工");
    Town.runLoops();
    unit.shouldHear("需要返工 " + number);
    unit.says("反馈 " + number + " 已停工").sendsPhoto().says("提交 " + number + " 责令整改");
    Town.runLoops();
    verifier.says("通过 " + number);
    verifier.shouldHear("案件" + number + "核查通过，进入下一阶段：处罚");
    Town.runLoops();

    assertEquals(List.of("DISPOSAL"), stage(number));
    unit.shouldHear("新任务 " + number, "阶段", "处罚");
    reporter.shouldNotHear("案件" + number + "（私搭乱建）已核查通过，结案了");
    assertEquals(1, Town.count(ended(number)));
    List<String> second = due(number);
    assertEquals(2, List.of(first, second).stream().distinct().count());

    does(number, "处罚决定书已送达");
    verifier.says("通过 " + number).shouldHear("进入下一阶段：拆除");
    Town.runLoops();
    does(number, "已拆除");
    verifier.says("通过 " + number).shouldHear("案件" + number + "核查通过，已结案");

    assertEquals(List.of("CLOSED"), stage(number));
    assertEquals(3, Town.count(ended(number)));
    assertEquals(
        0,
        Town.count(
            "SELECT count(*) FROM wake_up WHERE at IS NOT NULL AND number = '" + number + "'"));
  }

  @Test
  void eachLegShowsItsOwnEvidenceAndALegalCaseIsNotOver() {
    String number = journey.dispatched("李梅", "台湖村有人私搭阳光房", "规划自然资源所");
    does(number, "已停工");
    verifier.says("通过 " + number);
    Town.runLoops();
    unit.says("案号 " + number + " 12");
    assertTrue(unit.lastReply().startsWith("案号是4到40个字"), unit::toString);
    unit.says("案号 " + number + " " + LEGAL + " 罚款");
    assertTrue(unit.lastReply().contains("阶段有：停工、处罚、拆除"), unit::toString);
    unit.says("案号 " + number + " 写错了的1号").says("案号 " + number + " " + LEGAL + " 处罚");
    assertTrue(unit.lastReply().contains("已记下案号" + LEGAL), unit::toString);
    unit.says("去案号 " + number + " 写错了的1号 写错了");
    assertTrue(unit.lastReply().contains("已去掉案号"), unit::toString);
    does(number, "处罚决定书已送达");
    verifier
        .shouldHear("核查通过 " + number, "阶段 停工")
        .shouldHear("待核查 " + number, "案号：" + LEGAL + "（处罚）", "不是行政处罚案件办结");
    verifier.says("通过 " + number);
    Town.runLoops();
    does(number, "已拆除");

    var centre = new Visitor(sandbox);
    centre.signsIn("wangfang", "/me");
    String page = centre.opens("/case/" + number).body();
    String first = page.substring(page.indexOf("阶段1：停工"), page.indexOf("阶段2：处罚"));
    String second = page.substring(page.indexOf("阶段2：处罚"), page.indexOf("阶段3：拆除"));
    assertTrue(first.contains("责令整改") && first.contains("截止") && first.contains("已停工"), first);
    assertEquals(List.of(1, 1), List.of(photos(first).size(), photos(second).size()), page);
    assertFalse(photos(first).equals(photos(second)), page);
    assertTrue(second.contains("处罚决定书已送达"), second);
    String facts = page.substring(0, page.indexOf("为什么是这个时间"));
    assertTrue(facts.contains(LEGAL + "（处罚）") && !facts.contains("写错了的1号"), facts);

    verifier.says("通过 " + number);
    assertTrue(verifier.lastReply().contains("这里结案只表示本系统内办结"), verifier::toString);
    Town.runLoops();
    reporter.shouldHear("案件" + number, "这里结案只表示本系统内办结").shouldNotHear(LEGAL);
    var own = new Visitor(sandbox);
    own.signsIn("limei", "/me");
    assertFalse(own.opens("/case/" + number).body().contains(LEGAL));
  }

  private static Set<String> photos(String html) {
    return Pattern.compile("/photo/[0-9a-f-]{36}")
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private void does(String number, String account) {
    unit.says("签收 " + number).sendsPhoto().says("反馈 " + number + " " + account);
    unit.says("提交 " + number + " 责令整改");
    Town.runLoops();
  }

  private static List<String> stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'");
  }

  private static List<String> due(String number) {
    return Town.read("SELECT due_at::text FROM case_file WHERE number = '" + number + "'");
  }

  private static String ended(String number) {
    return "SELECT count(*) FROM countdown d JOIN case_file c ON c.id = d.case_id"
        + " WHERE d.kind = 'LEG' AND d.met_at IS NOT NULL AND c.number = '"
        + number
        + "'";
  }
}
