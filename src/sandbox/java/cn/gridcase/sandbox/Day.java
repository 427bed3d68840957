package cn.gridcase.sandbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * 内置的一天: twelve reports in the mix of the 2017 pilot, by and for a dozen people, from nine in the
 * morning to the digest of the next; a step a method.
 */
public final class Day {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** So that nobody is sent more than WeCom would deliver. */
  private static final Duration BETWEEN = Duration.ofMinutes(3);

  private static final int MOST_DAYS = 12;
  private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{3,}");

  private final Sandbox sandbox;
  private final Consumer<String> teller;
  private final Chat dispatcher;

  /**
   * @param teller hears each sentence as its step has been done
   */
  public Day(Sandbox sandbox, Consumer<String> teller) {
    this.sandbox = sandbox;
    this.teller = teller;
    this.dispatcher = sandbox.chat("王芳");
  }

  /**
   * Plays it all; returns the digest of the next morning.
   *
   * @throws AssertionError with the conversation of whoever did not see what they should
   */
  public String play() {
    atNineOfAWorkday();
    fireLaneWithPhotos();
    rubbishHandledByTheVillage();
    dirtyRoadReworked();
    String flooded = floodedRoadLeftAlone();
    shopWithoutLicenceTakesDays();
    goodsOnThePavement();
    postersRemoved();
    carsTowed();
    residentReportsBicycles();
    heapDeclined();
    noiseSentBackAndRedispatched();
    barbecueInTheEvening();
    unitIsReminded(flooded);
    return leaderReadsTheDigest(flooded);
  }

  private void atNineOfAWorkday() {
    ZonedDateTime day = sandbox.now().atZone(ZONE).plusDays(1);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    sandbox.windTo(day.with(LocalTime.of(9, 0)).toInstant());
    tell("早上九点，一天开始了");
  }

  private void fireLaneWithPhotos() {
    Chat worker = sandbox.chat("李梅");
    worker.sendsPhoto().sendsLocation(39.842638, 116.647336, "台湖村东口");
    String number = filed(worker, "消防通道被两辆车堵死");
    tell("网格员李梅发了照片、位置和一句话，按“上报”：案件 " + number);
    dispatched(number, "消防站");
    Chat fireman = sandbox.chat("孙伟");
    fireman.shouldHear("新任务 " + number).presses("签收", number);
    fireman.sendsPhoto();
    sandbox.passTime(QUIET);
    fireman.shouldHear("提交结果 " + number).presses("提交", number);
    tell("消防站孙伟签收，到现场拍照反馈，按“提交”");
    passed(number, "周明");
  }

  private void rubbishHandledByTheVillage() {
    String number = filed(sandbox.chat("李梅"), "台湖村南头垃圾桶满了没人清");
    dispatcher.shouldHear("待派遣 " + number).presses("自行处理", number);
    handedIn(number, "郭勇", "已清运干净");
    passed(number, "钱静");
    tell("垃圾满溢由台湖村自行处理，不出村就办结：案件 " + number);
  }

  private void dirtyRoadReworked() {
    String number = filed(sandbox.chat("刘建国"), "次渠村北街路面全是泥没清扫");
    dispatched(number, "环卫中心");
    handedIn(number, "黄涛", "已安排清扫");
    heard(sandbox.chat("周明"), "不通过 " + number + " 未处理彻底", "已退回返工");
    handedInAgain(number, "黄涛", "已重新冲洗一遍");
    passed(number, "周明");
    tell("道路不洁核查不通过，返工一次后通过：案件 " + number);
  }

  private String floodedRoadLeftAlone() {
    String number = filed(sandbox.chat("刘建国"), "次渠村西口路面积水过不去车");
    dispatched(number, "环卫中心");
    tell("路面积水派给环卫中心，一直没人签收：案件 " + number);
    return number;
  }

  private void shopWithoutLicenceTakesDays() {
    String number = filed(sandbox.chat("李梅"), "台湖村口小卖部没有营业执照");
    dispatched(number, "市场监管所");
    heard(sandbox.chat("杨丽"), "签收 " + number, "已签收");
    tell("无照经营由市场监管所签收，时限十五个工作日，今天不会办完");
  }

  private void goodsOnThePavement() {
    String number = filed(sandbox.chat("李梅"), "台湖村超市把货摆到人行道上");
    dispatched(number, "城管执法队");
    handedIn(number, "陈强", "已劝导搬回店内");
    passed(number, "钱静");
    tell("店外经营由城管执法队陈强劝导改正，核查员钱静通过：案件 " + number);
  }

  private void postersRemoved() {
    String number = filed(sandbox.chat("刘建国"), "次渠村公交站贴满小广告");
    dispatched(number, "城管执法队");
    handedIn(number, "陈强", "已铲除");
    passed(number, "周明");
    tell("小广告由陈强铲除，当场办结：案件 " + number);
  }

  private void carsTowed() {
    String number = filed(sandbox.chat("李梅"), "台湖村学校门口轿车违停");
    dispatched(number, "城管执法队");
    handedIn(number, "陈强", "车主已驶离");
    passed(number, "周明");
    tell("学校门口违停的车开走了，核查通过：案件 " + number);
  }

  private void residentReportsBicycles() {
    Chat resident = sandbox.chat("赵秀兰");
    String number = filed(resident, "小区门口共享单车堆成山");
    heard(dispatcher, "立案 " + number, "立案");
    dispatched(number, "城管执法队");
    handedIn(number, "陈强", "已通知企业清走");
    passed(number, "钱静");
    resident.shouldHear(number, "结案");
    tell("居民赵秀兰的上报先由派遣员立案，办结后她收到了结果");
  }

  private void heapDeclined() {
    String number = filed(sandbox.chat("刘建国"), "次渠村桥头有人堆放建材");
    heard(dispatcher, "不予立案 " + number + " 重复上报", "不予立案");
    tell("重复的上报不予立案，写明了原因：案件 " + number);
  }

  private void noiseSentBackAndRedispatched() {
    String number = filed(sandbox.chat("李梅"), "台湖村歌厅音响扰民");
    dispatched(number, "环卫中心");
    heard(sandbox.chat("黄涛"), "回退 " + number + " 不是环卫的职责", "已退回");
    dispatched(number, "城管执法队");
    heard(sandbox.chat("陈强"), "签收 " + number, "已签收");
    tell("噪音派错了单位，环卫中心写明原因退回，改派城管执法队");
  }

  private void barbecueInTheEvening() {
    String number = filed(sandbox.chat("刘建国"), "次渠村路边露天烧烤冒烟");
    dispatched(number, "城管执法队");
    handedIn(number, "陈强", "已清理取缔");
    passed(number, "周明");
    tell("十二件都有了着落：办结、在办、不予立案各有其数");
  }

  private void unitIsReminded(String number) {
    Chat unit = sandbox.chat("黄涛");
    ZonedDateTime evening = sandbox.now().atZone(ZONE).with(LocalTime.of(17, 31));
    for (int days = 0; days < MOST_DAYS && !unit.hears("超期提醒", number); days++) {
      sandbox.windTo(evening.plusDays(days).toInstant());
    }
    unit.shouldHear("临期提醒", number).shouldHear("超期提醒", number);
    tell("没人签收的积水先有一次临期提醒，过了时限又有一次超期提醒，各只一次");
  }

  private String leaderReadsTheDigest(String overdue) {
    Chat leader = sandbox.chat("何岚");
    ZonedDateTime morning = sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.of(8, 31));
    sandbox.windTo(morning.toInstant());
    leader.shouldHear("收到12件", overdue);
    tell("第二天八点半，何岚收到简报：\n" + leader.lastReply());
    return leader.lastReply();
  }

  /** Somebody writes, waits for the card and presses 上报; the number of the case. */
  private String filed(Chat reporter, String words) {
    sandbox.passTime(BETWEEN);
    reporter.says(words);
    sandbox.passTime(QUIET);
    reporter.shouldHear("要上报吗？", words).presses("上报", words).shouldHear("已上报 ", words);
    var found = NUMBER.matcher(reporter.newestCard().card().toString());
    if (!found.find()) {
      throw new AssertionError("no case number\n" + reporter);
    }
    return found.group();
  }

  private void dispatched(String number, String unit) {
    dispatcher.shouldHear("待派遣 " + number);
    heard(dispatcher, "派遣 " + number + " 给 " + unit, "已派给" + unit);
  }

  private void handedIn(String number, String who, String account) {
    heard(sandbox.chat(who), "签收 " + number, "已签收");
    handedInAgain(number, who, account);
  }

  private void handedInAgain(String number, String who, String account) {
    Chat unit = sandbox.chat(who);
    heard(unit, "反馈 " + number + " " + account, "已记入案件" + number);
    heard(unit, "提交 " + number + " 已清理恢复", "已提交");
  }

  private void passed(String number, String verifier) {
    Chat chat = sandbox.chat(verifier);
    chat.shouldHear("待核查 " + number).presses("通过", number).shouldHear("核查通过 " + number);
  }

  /** Says the line and reads the answer, whatever else arrives after it. */
  private void heard(Chat chat, String line, String answer) {
    int before = chat.bubbles().size();
    chat.says(line);
    boolean answered =
        sandbox.eventually(
            () ->
                chat.bubbles().stream()
                    .skip(before)
                    .anyMatch(it -> !it.mine() && it.words().contains(answer)));
    if (!answered) {
      throw new AssertionError("“" + line + "” was not answered with “" + answer + "”\n" + chat);
    }
  }

  private void tell(String sentence) {
    teller.accept(sentence);
  }
}
