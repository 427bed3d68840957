package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 督办: an order with a number, answered by the unit and closed by whoever issued it. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class OrderTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern ORDER = Pattern.compile("督办单：督 (\\d{8}-\\d{2,})。");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat cleaner = sandbox.chat("黄涛");
  private final Chat officer = sandbox.chat("吴军");

  @Test
  void anOrderIsIssuedAnsweredAndClosed() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢成了山", "环卫中心");

    String order = issued("吴军", number, "2工作日 清理干净并报送照片");
    String due = calendar.due(sandbox.now(), TimeLimit.parse("2工作日")).said(ZONE);
    for (Chat each : List.of(cleaner, sandbox.chat("唐德海"))) {
      each.shouldHear("收到督办：督 " + order, "案件：" + number + "（暴露垃圾）", "依据：领导交办");
      each.shouldHear("要求：清理干净并报送照片", "签发：吴军　承办：环卫中心", "回复督办 " + order);
    }
    cleaner.shouldHear("督 " + order, "回复期限：" + due);
    sandbox.chat("陈强").shouldNotHear(order);
    assertTrue(page("wangfang", number).contains("督 " + order + "：环卫中心"));

    says("黄涛", "回复督办 督" + order + " 已清理，照片已报", "已回复督办单 " + order);
    officer.shouldHear("督办有回复：督 " + order, "要求：清理干净并报送照片", "回复：已清理，照片已报");
    assertTrue(page("wangfang", number).contains("已回复，待办结"));

    says("吴军", "办结督办 " + order + " 整改到位", "督办单 " + order + " 已办结。");
    cleaner.shouldHear("督办已办结：督 " + order, "办结意见：整改到位");
    assertFalse(page("wangfang", number).contains("督 " + order));
    assertEquals(List.of("上报", "立案", "派遣", "督办", "回复督办", "办结督办"), moves(number));
  }

  @Test
  void ordersAreNumberedThroughTheDayAndEachKeepsItsOwnWords() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢成了河", "环卫中心");
    String first = issued("吴军", number, "先把路让出来");
    String second = issued("夏卫平", number, "再把桶换掉");

    String day = sandbox.now().atZone(ZONE).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
    assertEquals(day, first.substring(0, 8));
    assertEquals(count(first) + 1, count(second));
    says("唐德海", "回复督办 " + first + " 路通了", "已回复督办单 " + first);

    officer.shouldHear("督办有回复：督 " + first, "要求：先把路让出来", "回复：路通了");
    sandbox.chat("夏卫平").shouldNotHear("路通了");
    assertTrue(page("wangfang", number).contains("还没有回复"));
  }

  @Test
  void whatIsOverdueSaysSo() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢超期没清", "环卫中心");
    sandbox.passTime(Duration.ofDays(10));

    String order = issued("冯远", number, "今天清完");

    cleaner.shouldHear("收到督办：督 " + order, "依据：案件超期", "要求：今天清完");
  }

  @Test
  void onlyWhoIsInChargeIssues() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢找谁管", "环卫中心");

    says("王芳", "督办 " + number + " 快办", "才能督办");
    says("黄涛", "督办 " + number + " 快办", "才能督办");
    says("高玉红", "督办 " + number + " 快办", "不在您分管的单位，不能督办");
    says("吴军", "督办 " + number, "督办要写明要求，例如：督办 " + number);
    says("吴军", "督办 20200101-001 快办", "没有找到案件");
    String waiting = journey.reported("李梅", "台湖村垃圾桶满溢还没派");
    says("吴军", "督办 " + waiting + " 快办", "现在是“待派遣”，不能督办");
    assertEquals(0, orders(number) + orders(waiting));
  }

  @Test
  void onlyTheUnitAnswersAndOnlyTheIssuerCloses() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢谁来回", "环卫中心");
    String order = issued("吴军", number, "今天清完");

    says("陈强", "回复督办 " + order + " 办了", "没有找到督办单 " + order);
    says("黄涛", "回复督办 " + order, "请写明办理情况，例如：回复督办 " + order);
    says("黄涛", "回复督办 20200101-01 办了", "没有找到督办单 20200101-01");
    says("吴军", "办结督办 " + order + " 好", "还没有回复，不能办结");
    says("黄涛", "回复督办 " + order + " 办了", "已回复督办单");
    says("何岚", "办结督办 " + order + " 好", "没有找到督办单 " + order);
    says("吴军", "办结督办 " + order, "请写明办结意见，例如：办结督办 " + order);
    says("吴军", "办结督办 " + order + " 好", "已办结。");
    says("吴军", "办结督办 " + order + " 好", "督办单 " + order + " 已经办结。");
    says("黄涛", "回复督办 " + order + " 又办了", "督办单 " + order + " 已经办结。");
    assertEquals(
        List.of("上报", "立案", "派遣", "督办", "回复督办", "办结督办"), moves(number), "no refusal is a move");
  }

  @Test
  void anOrderOfAClosedCaseIsClosedWithoutAnAnswer() {
    String number = journey.signed("李梅", "台湖村消防通道停着大货车", "消防站");
    String order = issued("吴军", number, "今天挪走");
    journey.doneAgain(number, "消防站", "货车已挪走");
    says("周明", "通过 " + number, "核查通过，已结案");

    says("吴军", "办结督办 " + order + " 案件已结", "已办结。");

    assertEquals("办结督办", moves(number).get(moves(number).size() - 1));
    assertEquals(
        List.of("CLOSED"),
        Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'"));
  }

  @Test
  void theOrdersOfSomebodyWhoLeftAreTheDutyOfficers() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢领导走了", "环卫中心");
    String order = issued("何岚", number, "今天清完");
    says("黄涛", "回复督办 " + order + " 清完了", "已回复督办单");
    Town.run("UPDATE supervision_order SET issuer = 'gone' WHERE number = '" + order + "'");

    says("吴军", "办结督办 " + order + " 好", "已办结。");
  }

  @Test
  void residentsReadNothingOfWhatIsWrittenInAnOrder() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢内部要求", "环卫中心");
    issued("吴军", number, "内部要求不外传");
    assertTrue(page("wangfang", number).contains("内部要求不外传"));
    Town.run(
        "UPDATE reporter SET person = 'zhaoxiulan' WHERE case_id ="
            + " (SELECT id FROM case_file WHERE number = '"
            + number
            + "')");

    assertTrue(page("zhaoxiulan", number).contains("督办"));
    assertFalse(page("zhaoxiulan", number).contains("内部要求不外传"));
    assertFalse(page("zhaoxiulan", number).contains("还没有回复"));
  }

  private String issued(String who, String number, String words) {
    Chat chat = says(who, "督办 " + number + " " + words, "已督办案件" + number);
    var order = ORDER.matcher(chat.lastReply());
    assertTrue(order.find(), chat::toString);
    return order.group(1);
  }

  private Chat says(String who, String line, String answer) {
    Chat chat = sandbox.chat(who).says(line);
    assertTrue(chat.lastReply().contains(answer), chat::toString);
    Town.runLoops();
    return chat;
  }

  private String page(String userid, String number) {
    var visitor = new Visitor(sandbox);
    visitor.signsIn(userid, "/me");
    return visitor.opens("/case/" + number).body();
  }

  private static int count(String order) {
    return Integer.parseInt(order.substring(9));
  }

  private static int orders(String number) {
    return Town.count(
        "SELECT count(*) FROM supervision_order WHERE case_number = '" + number + "'");
  }

  private static List<String> moves(String number) {
    return Town.read(
        "SELECT h.move FROM history_entry h JOIN case_file f ON f.id = h.case_id"
            + " WHERE f.number = '"
            + number
            + "' ORDER BY h.seq");
  }
}
