package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 吹哨报到: units are called to a case, come in time or late, and each side judges the other. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class WhistleStoryTest {
  private static final double LATITUDE = 39.842638;
  private static final double LONGITUDE = 116.647336;

  @Inject PastCases pastCases;
  @Inject BotConfigs configs;

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat lead = sandbox.chat("孙伟");
  private final Chat helping = sandbox.chat("黄涛");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aWhistleIsBlownFollowedEndedAndRated() {
    String number = placed("消防通道被摊位堵死，要几家一起清");
    blownByCard(number);

    helping.says("上报 次渠村路口有人焚烧垃圾").sendsLocation(LATITUDE, LONGITUDE, "次渠村路口");
    assertFalse(helping.lastReply().contains("到场"), helping::toString);
    helping.says("算了");

    helping.sendsLocation(LATITUDE + 0.0007, LONGITUDE, "台湖村东口");
    assertEquals("已记到场：案件" + number + "，离案件位置约78米。", helping.lastReply());
    assertTrue(dispatcher.says(number).lastReply().contains("应急哨2个单位到了1个"), dispatcher::toString);
    sandbox.passTime(Duration.ofMinutes(2));
    Town.runLoops();
    dispatcher.shouldHear("案件" + number + "应急哨：2个单位到了1个", "消防站：还没到");

    sandbox.passTime(Duration.ofMinutes(31));
    Town.runLoops();
    dispatcher.shouldHear("到场超时", number, "消防站到场时限", "还没有到场");
    sandbox.chat("蔡明").shouldHear("到场超时", number);

    lead.presses("到场", number);
    lead.shouldHear("已记到场：案件" + number + "，比时限晚了", "位置或现场照片");
    lead.sendsPhoto();
    assertTrue(lead.lastReply().startsWith("照片已记入案件" + number + "的到场"), lead::toString);
    Town.runLoops();
    dispatcher.shouldHear("案件" + number + "应急哨：2个单位都到了");

    lead.says("签收 " + number).says("收哨 " + number + " 都清了");
    assertTrue(lead.lastReply().startsWith("案件" + number + "还在等环卫中心协办，不能收哨"), lead::toString);
    helping.says("签收 " + number).says("反馈 " + number + " 垃圾已运走");
    helping.says("提交 " + number + " 已清理恢复");
    Town.runLoops();
    lead.shouldHear("请主办单位先收哨，再提交处置结果");
    lead.says("反馈 " + number + " 通道已经清开").says("提交 " + number + " 已清理恢复");
    assertTrue(lead.lastReply().contains("请先收哨"), lead::toString);

    lead.presses("收哨", number).says("两家到场，摊位已清走");
    assertTrue(lead.lastReply().startsWith("案件" + number + "已收哨"), lead::toString);
    sandbox.passTime(Journey.QUIET);
    rated(number);

    lead.says("提交 " + number + " 已清理恢复");
    assertEquals("案件" + number + "已提交（已清理恢复），等待核查。", lead.lastReply());
    sandbox.chat("周明").says("通过 " + number);
    assertTrue(sandbox.chat("周明").lastReply().endsWith("已结案。"));
    readOnItsPage(number);
    assertEquals(Optional.empty(), differenceOf(new CaseNumber(number)));
  }

  /** Its life once more, by its own rules, is the record. */
  private Optional<String> differenceOf(CaseNumber number) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              PastCase past = pastCases.closed(number);
              return past.difference(
                  past.lived(hash -> DeadlineRules.of(configs.asOf(hash)).orElseThrow())
                      .orElseThrow());
            });
  }

  private void blownByCard(String number) {
    dispatcher.presses("吹哨", number);
    Town.runLoops();
    dispatcher.shouldHear("哪种哨", number);
    dispatcher.presses("下一步", number);
    dispatcher.shouldHear("请先选叫哪个单位");
    dispatcher.chooses("主办", "消防站").chooses("还叫谁", "环卫中心").presses("下一步", number);
    assertTrue(
        dispatcher.newestCard().toString().contains("已选应急哨，叫消防站、环卫中心"), dispatcher::toString);
    dispatcher.says("摊位堵死通道，一家清不动");
    assertTrue(
        dispatcher.lastReply().startsWith("案件" + number + "已吹应急哨，叫消防站、环卫中心，30分钟内到场"),
        dispatcher::toString);
    Town.runLoops();
    lead.shouldHear("新任务 " + number);
    lead.shouldHear("应急哨 " + number, "摊位堵死通道，一家清不动");
    helping.shouldHear("协办任务 " + number);
    helping.shouldHear("应急哨 " + number, "一起到场", "消防站");
  }

  private void rated(String number) {
    dispatcher.shouldHear("评价消防站", number, "两家到场，摊位已清走");
    dispatcher.presses("好", "评价环卫中心").presses("差", "评价消防站");
    lead.shouldHear("评哨 " + number);
    lead.presses("该吹", "评哨 " + number);
    helping.says("评哨 " + number + " 可不吹");
    assertTrue(helping.lastReply().startsWith("谢谢"), helping::toString);
    helping.says("评哨 " + number + " 该吹");
    assertTrue(helping.lastReply().contains("已经评过"), helping::toString);
    Town.runLoops();
    assertEquals(
        List.of("huanwei GOOD NEEDLESS 0", "xiaofang POOR RIGHT 1"),
        Town.read(
            """
            SELECT w.unit || ' ' || unit_grade || ' ' || whistle_grade || ' ' || photos
              FROM whistle_call w JOIN whistle h ON h.id = w.whistle_id AND h.rated_at IS NOT NULL
              JOIN case_file c ON c.id = h.case_id
             WHERE c.number = '%s' ORDER BY w.unit
            """
                .formatted(number)));
  }

  private void readOnItsPage(String number) {
    readsAs(
        number,
        "sunwei",
        "吹哨：应急哨，2个单位到了2个",
        "摊位堵死通道，一家清不动",
        "离案件位置约78米",
        "晚了",
        "收哨总结：两家到场，摊位已清走",
        "吹哨人评消防站：差",
        "环卫中心评哨：可不吹",
        "被叫单位");
    Chromium.assumeInstalled();
    try (var screen = new Screen(390, 844)) {
      screen.opens("/case/" + number, "王芳").says("收哨总结").isSound("whistle");
    }
  }

  @Test
  void whoeverIsNotNeededOrWillNotComeIsLetGoAndSilenceIsAnAnswer() {
    String number = journey.signed("李梅", "台湖村消防通道堵了三年没人管", "消防站");
    Chat officer = sandbox.chat("吴军");
    for (String[] refused :
        new String[][] {
          {"吹哨 %s 叫 环卫中心 理由 老问题", "请写明是日常哨、攻坚哨还是应急哨"},
          {"吹哨 %s 攻坚 叫 环卫中心", "吹哨要写明理由"},
          {"吹哨 %s 攻坚 叫 林业局 理由 老问题", "没有单位“林业局”"},
          {"吹哨 %s 攻坚 叫 铺头村 理由 老问题", "不在社区自行处理的事项清单里"}
        }) {
      officer.says(refused[0].formatted(number));
      assertTrue(officer.lastReply().contains(refused[1]), officer::toString);
    }
    lead.says("吹哨 " + number + " 攻坚 叫 环卫中心 理由 老问题");
    assertTrue(lead.lastReply().contains("才能吹哨"), lead::toString);

    officer.says("攻坚哨 " + number + " 叫环卫中心、应急安全办，理由：老问题要一起解决");
    assertTrue(officer.lastReply().contains("已吹攻坚哨，叫环卫中心、应急安全办"), officer::toString);
    officer.says("吹哨 " + number + " 日常 叫 水务所 理由 再加一个");
    assertTrue(officer.lastReply().contains("还没有收"), officer::toString);
    Town.runLoops();
    helping.shouldHear("协办任务 " + number);

    sandbox.chat("罗敏").says("回退 " + number + " 不归我们管");
    Town.runLoops();
    officer.shouldHear("应急安全办不来了。原因：不归我们管");
    lead.says("到场 " + number).says("到场 " + number);
    assertTrue(lead.lastReply().contains("已经报过到场"), lead::toString);
    lead.sendsLocation(39.9, 116.4, "市里");
    assertTrue(lead.lastReply().contains("案件没有位置，没法核对"), lead::toString);
    lead.says("免除协办 " + number + " 环卫中心 这次不用");
    Town.runLoops();
    helping.shouldNotBeAbleToPress("到场");
    lead.says("收哨 " + number + " 先这样");
    assertTrue(lead.lastReply().contains("已收哨"), lead::toString);

    // Three working days, however long a holiday lasts.
    for (int day = 0; day < 12 && !grades(number).contains("xiaofang SILENT SILENT"); day++) {
      sandbox.passTime(Duration.ofDays(1));
      Town.runLoops();
    }
    assertEquals(
        List.of("huanwei - -", "xiaofang SILENT SILENT", "yingji SILENT -"), grades(number));

    dispatcher.says("吹哨 " + number + " 应急 叫 环卫中心 理由 又堵了");
    Town.runLoops();
    lead.says("回退 " + number + " 该城管管");
    Town.runLoops();
    dispatcher.shouldHear("案件" + number + "的应急哨已中止：案件现为待派遣");
    readsAs(
        number, "wangfang", "中止", "应急安全办：未到场，已回退：不归我们管", "环卫中心：未到场，已免除", "案件没有位置可比", "吹哨人评消防站：未评价");

    dispatcher.says("吹哨 " + number + " 应急 叫 应急安全办、环卫中心 理由 再来一次");
    Town.runLoops();
    helping.shouldBeAbleToPress("到场");
    dispatcher.says("提级 " + number + " 给 区住房城乡建设委 镇里办不了");
    Town.runLoops();
    helping.shouldNotBeAbleToPress("到场");
    dispatcher.says("吹哨 " + number + " 应急 叫 环卫中心 理由 还堵着");
    assertTrue(dispatcher.lastReply().contains("在区级办理，不能吹哨"), dispatcher::toString);
  }

  private static List<String> grades(String number) {
    return Town.read(
        """
        SELECT w.unit || ' ' || coalesce(unit_grade, '-') || ' ' || coalesce(whistle_grade, '-')
          FROM whistle_call w JOIN whistle h ON h.id = w.whistle_id
          JOIN case_file c ON c.id = h.case_id
         WHERE c.number = '%s' ORDER BY w.unit
        """
            .formatted(number));
  }

  private void readsAs(String number, String userid, String... parts) {
    var reader = new Visitor(sandbox);
    reader.signsIn(userid, "/me");
    String page = reader.opens("/case/" + number).body();
    for (String said : parts) {
      assertTrue(page.contains(said), said + "\n" + page);
    }
  }

  private String placed(String words) {
    Chat worker = sandbox.chat("李梅");
    worker.says("算了").sendsLocation(LATITUDE, LONGITUDE, "台湖村东口");
    worker.says("台湖村" + words).says("上报");
    Town.runLoops();
    return Journey.numberIn(worker.lastReply());
  }
}
