package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 案卷页: what one does there is the sentence one would type, and is refused in the same words. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class CaseFormsTest {
  private static final String EXPIRED = "这个页面已经过期，没有改动任何内容。请重新打开页面再试。";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aCaseGoesItsWholeWayByPageAndLeavesTheRecordItWouldInChat() {
    String byChat = journey.closed("李梅", "台湖村消防通道堆着书架甲", "消防站");
    String number = journey.reported("李梅", "台湖村消防通道堆着书架乙");

    Visitor dispatcher = visitor("wangfang");
    String page = dispatcher.opens("/case/" + number).body();
    assertTrue(page.contains("推荐消防站：派遣规则第1条"), page);
    does(dispatcher, number, "案件" + number + "已派给消防站。", "派遣", "one", "消防站");
    Visitor unit = visitor("sunwei");
    does(unit, number, "已签收案件" + number, "签收");
    does(unit, number, "已记入案件" + number, "反馈", "words", "已按要求处理完毕");
    does(unit, number, "已提交（已清理恢复）", "提交", "one", "已清理恢复");
    does(visitor("zhouming"), number, "核查通过，已结案", "通过");
    Town.runLoops();

    assertEquals(record(byChat), record(number));
    sandbox.chat("李梅").shouldHear(number);
  }

  @Test
  void whatChatRefusesThePageRefusesInTheSameWords() {
    String number = journey.dispatched("李梅", "台湖村消防通道堆着衣柜", "消防站");

    refusedAlike("王芳", "wangfang", number, "派遣 # 给 城管执法队", "派遣", "one", "城管执法队");
    refusedAlike("王芳", "wangfang", number, "派遣 # 给", "派遣");
    refusedAlike("王芳", "wangfang", number, "不予立案 #", "不予立案");
    refusedAlike("王芳", "wangfang", number, "作废 # 查无此事", "作废", "words", "查无此事");
    refusedAlike("王芳", "wangfang", number, "并案 # 到 明天", "并案", "line", "明天");
    refusedAlike("王芳", "wangfang", number, "增派 # 消防站", "增派", "one", "消防站");
    refusedAlike("孙伟", "sunwei", number, "提交 # 已清理恢复", "提交", "one", "已清理恢复");
    refusedAlike("孙伟", "sunwei", number, "进展 # 快了", "进展", "words", "快了");
    refusedAlike("孙伟", "sunwei", number, "延期 # 2工作日 缺件", "延期", "one", "2工作日", "words", "缺件");
    refusedAlike("孙伟", "sunwei", number, "转办 # 张三 休假", "转办", "one", "张三", "words", "休假");
    refusedAlike("孙伟", "sunwei", number, "回避 #", "回避");
    refusedAlike("周明", "zhouming", number, "通过 #", "通过");
    refusedAlike("吴军", "wujun", number, "同意延期 #", "同意延期");
    refusedAlike("夏卫平", "xiaweiping", number, "批示 # 抓紧", "批示", "words", "抓紧");
    refusedAlike("李梅", "limei", number, "标签 # 汛期", "标签", "line", "汛期");
    Visitor leader = visitor("helan");
    HttpResponse<String> gap =
        posts(leader, number, token(leader), "督办", "one", "2工作日", "words", "  ");
    assertEquals(403, gap.statusCode(), gap.body());
    assertTrue(sentence(gap).contains("请填写“要求”"), gap.body());
    assertEquals("DISPOSAL", stage(number));
  }

  @Test
  void whoMayNotFindsNoFormAndAForgedOneDoesNothing() {
    String number = journey.dispatched("李梅", "台湖村消防通道堆着门板", "消防站");

    String reporters = visitor("limei").opens("/case/" + number).body();
    assertTrue(reporters.contains("value=\"催办\""), reporters);
    assertFalse(reporters.contains("value=\"签收\""), reporters);
    assertFalse(reporters.contains("value=\"作废\""), reporters);

    assertEquals(403, visitor("gaofeng").opens("/case/" + number).statusCode());
    refusedAlike("高峰", "gaofeng", number, "签收 #", "签收");
    refusedAlike("高峰", "gaofeng", number, "回避 # 亲属", "回避", "words", "亲属");

    Visitor unit = visitor("sunwei");
    assertEquals(403, posts(unit, number, "0", "签收").statusCode());
    assertEquals(EXPIRED, sentence(posts(unit, number, token(unit), "上报")));
    assertEquals(EXPIRED, sentence(posts(unit, number, token(unit), "随便说说")));
    assertEquals("DISPOSAL", stage(number));
    assertEquals(
        0,
        Town.count(
            "SELECT count(*) FROM assignment a JOIN case_file c ON c.id = a.case_id"
                + " WHERE a.signed_at IS NOT NULL AND c.number = '"
                + number
                + "'"));
  }

  @Test
  void everyFormSaysALineThatChatUnderstands() {
    String number = journey.reported("李梅", "台湖村消防通道堆着木梯");
    Visitor resident = visitor("zhaoxiulan");
    String token = token(resident);
    String verbs =
        "立案 派遣 指定 并案 拆分 增派 吹哨 到场 收哨 自行处理 上交 提级 区级回执 区级进展 区级结果 下派 交办号 案号 移送 签收 提交 反馈 进展 回退 转办 请补充 免除协办 恢复 通过 不通过 结案 退回核查 同意延期 不同意延期 延期"
            + " 同意挂账 不同意挂账 挂账 同意法定程序 不同意法定程序 法定程序 批示 督办 补充 催办 标签 去标签 不予立案 作废 涉事 回避";

    for (String verb : verbs.split(" ", -1)) {
      HttpResponse<String> answer = posts(resident, number, token, verb, "one", "2工作日");
      assertEquals(403, answer.statusCode(), verb);
      assertNotEquals(EXPIRED, sentence(answer), verb);
    }
  }

  @Test
  void whoStandsBackOnThePageFindsNothingOfItAnyMore() {
    String number = journey.reported("李梅", "台湖村消防通道堆着雨棚");
    Town.run("UPDATE case_file SET due_at = '2019-01-01' WHERE number = '" + number + "'");
    Visitor dispatcher = visitor("zhaolei");
    assertTrue(dispatcher.opens("/queue").body().contains(number));
    assertTrue(dispatcher.opens("/queue/waiting").body().contains(number));
    assertTrue(dispatcher.opens("/map").body().contains(number));

    String left = posts(dispatcher, number, token(dispatcher), "回避", "words", "亲属").body();
    assertTrue(left.contains("您已回避案件" + number), left);
    assertFalse(left.contains("雨棚"), left);

    for (String page : List.of("/queue", "/queue/waiting", "/map", "/todo")) {
      assertFalse(dispatcher.opens(page).body().contains(number), page);
    }
    assertEquals(403, dispatcher.opens("/case/" + number).statusCode());
    refusedAlike("赵磊", "zhaolei", number, "派遣 # 给 消防站", "派遣", "one", "消防站");
    // It is due before all others, and stories after this one look at what is.
    does(visitor("wangfang"), number, "不予立案，原因：重复上报。", "不予立案", "words", "重复上报");
  }

  @Test
  void tagsArePutOnAndTakenOffAndFindTheCaseAgain() {
    String number = journey.dispatched("李梅", "台湖村桥洞积水", "水务所");
    String other = journey.dispatched("李梅", "台湖村路口积水", "水务所");
    Visitor dispatcher = visitor("wangfang");

    does(dispatcher, number, "的标签：桥洞页。", "标签", "line", "桥洞页");
    String tagged = dispatcher.opens("/queue?tag=%E6%A1%A5%E6%B4%9E%E9%A1%B5").body();
    assertTrue(tagged.contains("/case/" + number), tagged);
    assertFalse(tagged.contains("/case/" + other), tagged);
    assertTrue(tagged.contains("aria-current=\"true\">桥洞页 1</a>"), tagged);

    String page = dispatcher.opens("/case/" + number).body();
    assertTrue(page.contains("<span class=\"tag\">桥洞页</span>"), page);
    does(dispatcher, number, "现在没有标签。", "去标签", "one", "桥洞页");
  }

  @Test
  void whatWasSentBackTwiceWaitsForALeaderOnEveryListAndIsDesignatedOnThePage() {
    String number = journey.dispatched("李梅", "台湖村消防通道旁边没人认的木料", "消防站");
    Chat fire = sandbox.chat("孙伟").says("回退 " + number + " 不是通道");
    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站 理由 属于职责清单第三条");
    fire.says("回退 " + number + " 木料不归消防");
    Town.run("UPDATE case_file SET due_at = '2019-01-02' WHERE number = '" + number + "'");

    Visitor dispatcher = visitor("wangfang");
    String queue = dispatcher.opens("/queue?stage=%E5%BE%85%E6%8C%87%E5%AE%9A").body();
    assertTrue(queue.contains(number + "，待指定"), queue);
    assertFalse(dispatcher.opens("/todo").body().contains(number));
    Chat asks = sandbox.chat("王芳").says(number);
    assertTrue(asks.lastReply().contains("：待指定"), asks.lastReply());
    assertFalse(dispatcher.opens("/case/" + number).body().contains("value=\"派遣\""));

    Visitor leader = visitor("fengyuan");
    assertTrue(leader.opens("/todo").body().contains(number + "，待指定"));
    does(leader, number, "已指定环卫中心主办", "指定", "one", "环卫中心");
    assertFalse(leader.opens("/todo").body().contains(number));
    Town.runLoops();
    sandbox.chat("黄涛").shouldHear("新任务 " + number);
    does(visitor("wujun"), number, "已作废，原因：查无此事。", "作废", "words", "查无此事");
  }

  /** Both are refused, and by the same sentence. */
  private void refusedAlike(
      String name, String userid, String number, String line, String deed, String... filled) {
    Visitor visitor = visitor(userid);
    HttpResponse<String> page = posts(visitor, number, token(visitor), deed, filled);
    assertEquals(403, page.statusCode(), page.body());
    String said = sandbox.chat(name).says(line.replace("#", number)).lastReply();
    assertEquals(said, sentence(page), line);
  }

  private void does(Visitor visitor, String number, String said, String deed, String... filled) {
    HttpResponse<String> answer = posts(visitor, number, token(visitor), deed, filled);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(said), answer.body());
  }

  private Visitor visitor(String userid) {
    var visitor = new Visitor(sandbox);
    visitor.signsIn(userid, "/me");
    return visitor;
  }

  private static String token(Visitor visitor) {
    return Visitor.formToken(visitor.opens("/me"));
  }

  private static HttpResponse<String> posts(
      Visitor visitor, String number, String token, String deed, String... filled) {
    Map<String, String> form = new TreeMap<>(Map.of("deed", deed));
    for (int i = 0; i < filled.length; i += 2) {
      form.put(filled[i], filled[i + 1]);
    }
    return visitor.posts("/case/" + number, form, "X-Form-Token", token, "HX-Request", "true");
  }

  private static String sentence(HttpResponse<String> refusal) {
    return refusal.body().strip().replaceAll("^<p>|</p>$", "");
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }

  /** What was done, by whom, and what followed. */
  private static List<String> record(String number) {
    return Town.read(
        "SELECT concat_ws(' ', h.seq, h.move, h.to_stage, p.person) FROM history_entry h"
            + " JOIN case_file c ON c.id = h.case_id LEFT JOIN actor p ON p.ref = h.actor"
            + " WHERE c.number = '"
            + number
            + "' ORDER BY h.seq");
  }
}
