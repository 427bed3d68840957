package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.DeadlineRules;
import cn.gridcase.cases.PastCase;
import cn.gridcase.cases.PastCases;
import cn.gridcase.config.BotConfigs;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 上交, 提级, 下派, 移送: what is beyond one level goes to another, and is not lost on the way. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class LevelsStoryTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat duty = sandbox.chat("吴军");
  private final Chat leader = sandbox.chat("冯远");

  @Inject PastCases past;
  @Inject BotConfigs configs;

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aCommunityHandsUpWhatIsBeyondItAndALeaderEndsTheToAndFro() {
    String number = journey.reported("李梅", "台湖村村西垃圾堆成小山没人清");
    dispatcher.says("自行处理 " + number);
    Town.runLoops();
    Chat villager = sandbox.chat("郭勇");
    villager.shouldHear("新任务 " + number).presses("上交", number);
    villager.shouldHear("请直接回复一句为什么社区办不了");
    villager.says("里面有建筑渣土，要执法部门到场");
    assertTrue(villager.lastReply().contains("已上交"), villager::toString);
    Town.runLoops();

    dispatcher.shouldHear("待派遣 " + number, "社区上交", "里面有建筑渣土");
    assertEquals(List.of("0"), column("sent_back", number));
    int heard = villager.bubbles().size();

    dispatcher.says("自行处理 " + number);
    assertTrue(dispatcher.lastReply().contains("是台湖村上交的，要再交给它请写明理由"), dispatcher::toString);
    dispatcher.says("派遣 " + number + " 给 环卫中心");
    sandbox.chat("黄涛").says("回退 " + number + " 渣土不归环卫");
    Town.runLoops();
    assertEquals(heard, villager.bubbles().size(), villager::toString);
    dispatcher.says("自行处理 " + number + " 理由 渣土已清走，只剩清扫");
    Town.runLoops();
    villager.shouldHear("新任务 " + number, "派遣理由", "只剩清扫");
    villager.says("上交 " + number);
    assertTrue(villager.lastReply().startsWith("请写明为什么社区办不了"), villager::toString);
    villager.says("上交 " + number + " 又有人倒了渣土");
    Town.runLoops();

    dispatcher.says("提级 " + number + " 给 区城管执法局 反复倾倒");
    assertTrue(dispatcher.lastReply().contains("上交下派两次，要由领导指定"), dispatcher::toString);
    leader.shouldHear("请指定主办 " + number, "上交下派两次", "台湖村：又有人倒了渣土", "环卫中心：渣土不归环卫");
    leader.presses("提级", "请指定主办 " + number);
    Town.runLoops();
    leader.chooses("提级到", "区城管执法局").presses("提级", "提级 " + number);
    leader.shouldHear("请直接回复一句镇里为什么办不了");
    leader.says("跨镇倾倒，要区里执法");
    assertTrue(leader.lastReply().contains("已提级到区城管执法局"), leader::toString);
    Town.runLoops();

    duty.shouldHear("区级办理 " + number, "区城管执法局").presses("退给镇里", "区级办理 " + number);
    duty.says("区里认为属于镇级日常清运");
    Town.runLoops();
    leader.shouldHear("请指定主办 " + number, "派遣员：跨镇倾倒，要区里执法", "区城管执法局：区里认为属于镇级日常清运");
    leader.says("指定 " + number + " 环卫中心");
    assertTrue(leader.lastReply().contains("已指定环卫中心主办"), leader::toString);
    assertEquals(List.of("1"), column("sent_back", number));
    sandbox.chat("李梅").shouldNotHear("案件" + number + "已经上交");
  }

  @Test
  void whatIsWithTheDistrictStaysOpenHereAndItsSilenceIsHeard() {
    String number = journey.reported("李梅", "台湖村有一家小卖部无照经营");
    dispatcher.says("派遣 " + number + " 给 区住房城乡建设委");
    assertTrue(dispatcher.lastReply().contains("是区级单位，要提级才能交给它"), dispatcher::toString);
    dispatcher.says("派遣 " + number + " 给 市场监管所");
    Town.runLoops();
    List<String> due = column("due_at", number);
    dispatcher.says("提级 " + number + " 给 区住房城乡建设委");
    assertTrue(dispatcher.lastReply().startsWith("提级要写明镇里为什么办不了"), dispatcher::toString);
    dispatcher.says("提级 " + number + " 给 区住房城乡建设委 房屋性质要由区里认定");
    Town.runLoops();
    assertEquals(
        "已由王芳提级", sandbox.chat("杨丽").newestCard().replaceText().orElse(""), "the town's unit");
    assertEquals(due, column("due_at", number), "its clock goes on");
    duty.says("督办 " + number + " 2工作日 尽快办");
    assertTrue(duty.lastReply().contains("镇里不能给区级单位发督办"), duty::toString);
    var office = new Visitor(sandbox);
    office.signsIn("wujun", "/todo");
    assertTrue(office.opens("/todo").body().contains(number), "somebody is to hear what they say");

    sandbox.passTime(Duration.ofDays(5));
    duty.shouldHear("区级没有回音", number);
    duty.presses("记回执", "区级办理 " + number).shouldHear("请直接回复区里给的回执号");
    duty.says("通住建字2026-118");
    assertTrue(duty.lastReply().contains("已记下案件" + number + "的区级回执号"), duty::toString);
    assertEquals(2, Town.count(silences(number)), "it counts anew");
    dispatcher.says("区级进展 " + number + " 已派人现场认定");
    assertEquals(3, Town.count(silences(number)), "and again");

    duty.chooses("处置结果", "责令整改").presses("记结果", "区级办理 " + number);
    duty.says("区里已责令停止经营并补办手续");
    assertTrue(duty.lastReply().contains("等待核查"), duty::toString);
    Town.runLoops();
    Chat verifier = sandbox.chat("周明");
    verifier.shouldHear("待核查 " + number, "区住房城乡建设委", "区里已责令停止经营");
    var centre = new Visitor(sandbox);
    centre.signsIn("wangfang", "/me");
    String page = centre.opens("/case/" + number).body();
    assertTrue(page.contains("通住建字2026-118（区住房城乡建设委）"), page);
    verifier.says("通过 " + number);
    Town.runLoops();

    sandbox.chat("李梅").shouldHear(number, "责令整改", "区里已责令停止经营");
    assertEquals(List.of("ordered"), Town.read(ending(number)));
    assertEquals(Optional.empty(), difference(number), "its history is lived again exactly");
  }

  @Test
  void aLiaisonOfTheDistrictSpeaksForIt() throws SQLException {
    ChangedRoster.during(
        roster ->
            roster.replace(
                "name: 白雪, roles: [处置人员], unit: wenhua",
                "name: 白雪, roles: [处置人员], unit: qu-zhujian"),
        () -> {
          String number = journey.reported("李梅", "台湖村工地围挡外堆着渣土");
          dispatcher.says("交办号 " + number + " 通督〔2026〕5号");
          assertTrue(dispatcher.lastReply().contains("已记下"), dispatcher::toString);
          dispatcher.shouldHear("待派遣 " + number).presses("更多", "待派遣 " + number);
          dispatcher.presses("提级", "待派遣 " + number);
          Town.runLoops();
          dispatcher.chooses("提级到", "区住房城乡建设委").presses("提级", "提级 " + number);
          dispatcher.says("工地归区里监管");
          Town.runLoops();
          sandbox.chat("赵磊").shouldHear("已提级 " + number, "已由王芳提级到区住房城乡建设委");
          Chat liaison = sandbox.chat("白雪");
          liaison.shouldHear("新任务 " + number).presses("签收", number);
          liaison.says("回退 " + number + " 是镇里的工地");
          assertTrue(liaison.lastReply().contains("退给镇里请用“下派”"), liaison::toString);
          liaison.says("下派 " + number + " 是镇里的工地");
          Town.runLoops();
          dispatcher.shouldHear("待派遣 " + number, "区里下派", "是镇里的工地");
          assertEquals(List.of("0"), column("sent_back", number));
          assertEquals(List.of("1"), column("changed_level", number));
        });
  }

  @Test
  void whatIsForOthersIsSentAwayAndItsReporterKnowsWhereTo() {
    String first = journey.reported("李梅", "马驹桥那边的路灯坏了一排");
    dispatcher.presses("不予立案", first);
    dispatcher.chooses("原因", "不属于本镇管辖").presses("确定", first);
    dispatcher.shouldHear("不予立案 " + first, "请直接回复移送给哪个单位和回执号");
    dispatcher.says("马驹桥镇");
    assertTrue(dispatcher.lastReply().startsWith("移送要写明给哪个单位和对方的回执号"), dispatcher::toString);
    dispatcher.says("不予立案 " + first + " 不属于本镇管辖");
    assertTrue(dispatcher.lastReply().contains("请回复：移送 " + first), dispatcher::toString);
    dispatcher.says("移送 " + first + " 给 马驹桥镇 回执 马字2026-31");
    assertTrue(dispatcher.lastReply().contains("已移送给马驹桥镇"), dispatcher::toString);
    Town.runLoops();
    sandbox.chat("李梅").shouldHear(first, "已移送给马驹桥镇办理", "回执号：马字2026-31");
    assertEquals(List.of("DECLINED"), column("stage", first));

    String later = journey.dispatched("李梅", "马驹桥那边的桥面也坑洼", "消防站");
    sandbox.chat("孙伟").says("回退 " + later + " 在马驹桥地界");
    dispatcher.says("移送 " + later + " 给 马驹桥镇 回执 马字2026-32");
    assertTrue(dispatcher.lastReply().contains("要移送请联系值班长"), dispatcher::toString);
    duty.says("移送 " + later + " 给 马驹桥镇 回执号 马字2026-32 桥在对岸");
    Town.runLoops();
    sandbox.chat("李梅").shouldHear(later, "已移送给马驹桥镇办理", "马字2026-32");
    assertEquals(List.of("VOIDED"), column("stage", later));
    assertEquals(List.of("移送"), Town.read(ending(later)));
    duty.says("简报");
    assertTrue(duty.lastReply().matches("(?s).*、移送[1-9]\\d*；.*"), duty::toString);
  }

  private Optional<String> difference(String number) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              PastCase one = past.closed(new CaseNumber(number));
              return one.difference(
                  one.lived(hash -> DeadlineRules.of(configs.inForce()).orElseThrow())
                      .orElseThrow());
            });
  }

  private static List<String> column(String name, String number) {
    return Town.read("SELECT " + name + "::text FROM case_file WHERE number = '" + number + "'");
  }

  private static String ending(String number) {
    return "SELECT code FROM case_ending WHERE number = '" + number + "'";
  }

  private static String silences(String number) {
    return "SELECT count(*) FROM countdown d JOIN case_file c ON c.id = d.case_id"
        + " WHERE d.name = '待区级' AND c.number = '"
        + number
        + "'";
  }
}
