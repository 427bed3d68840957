package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 地图, 值班 and what one does on a case's page: what the command centre sees, and on a phone. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class CentrePagesTest {
  private static final String FEW = "/map?group=%E8%BF%9D%E6%B3%95%E5%B9%BF%E5%91%8A";
  private static final String EVERY_DAY =
      "    duty: {周一: [sunwei], 周二: [sunwei], 周三: [sunwei], 周四: [sunwei], 周五: [sunwei],"
          + " 周六: [sunwei], 周日: [sunwei]}\n";

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @AfterEach
  void nobodyIsAwayAnyMore() {
    Town.run("DELETE FROM stand_in WHERE unit = 'xiaofang'");
    assertEquals(List.of(), sandbox.violations());
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1440, 900"})
  void theCentreLooksAtItsMapItsRosterAndDispatchesOnACase(int width, int height) {
    Chromium.assumeInstalled();
    String number = placed("台湖村电线杆上贴满小广告" + width);
    try (var screen = new Screen(width, height)) {
      // Few: to look over the hundreds that other stories left takes its time.
      screen.opens(FEW, "王芳").shows("#marks .mark").says(number).isSound("map");
      screen.taps("#marks .mark").shows("#picked:not([hidden])").says("这里有").isSound("map-picked");
      screen.opensNext("/roster").says("谁在值班").says("消防站").isSound("roster");
      screen.opensNext("/me").clicks("特大").shows("html.font-largest");
      screen.opensNext("/case/" + number).says("推荐城管执法队").isSound("forms-largest");
      sandbox.chat("王芳").says("派遣 " + number + " 给 城管执法队");
      screen.clicks("派遣").isRefused("现在是“处置中”，不能派遣").isSound("forms-refused");
      screen.opensNext("/case/" + number).taps(".deeds-more > summary").says("涉事");
      screen.taps(".deeds-more .deed > summary").shows(".deeds-more .deed[open] select");
      screen.isSound("forms-more").clicks("增派").says("已请").isSound("forms-done");
      screen.opensNext(FEW).shows("#marks .mark").inTheDark().isSound("map-largest-dark");
    }
  }

  @Test
  void everyOpenCaseIsOnTheMapWhereItIsOrWhereItsVillageIs() {
    String placed = placed("台湖村消防通道堆着轮胎");
    String placeless = journey.reported("李梅", "台湖村消防通道堆着水缸");
    Town.run("UPDATE case_file SET due_at = '2021-01-01' WHERE number = '" + placed + "'");
    var visitor = new Visitor(sandbox);
    String map = visitor.signsIn("wangfang", "/map").body();

    assertTrue(map.contains("示意图，非实际边界"), map);
    assertTrue(
        item(map, placed).matches("<li data-x=\"[\\d.]+\" data-y=\"[\\d.]+\" data-light=.*"));
    assertTrue(item(map, placed).contains("data-light=\"overdue\""), item(map, placed));
    assertTrue(item(map, placeless).contains("data-gathered=\"true\""), item(map, placeless));

    String overdue = visitor.opens("/map?light=%E5%B7%B2%E8%B6%85%E6%9C%9F").body();
    assertTrue(overdue.contains(placed), overdue);
    assertFalse(overdue.contains(placeless), overdue);
    String others = visitor.opens(FEW).body();
    assertFalse(others.contains(placed), others);

    var unit = new Visitor(sandbox);
    assertEquals(403, unit.signsIn("sunwei", "/map").statusCode());
    assertFalse(unit.opens("/todo").body().contains("href=\"/map\""));
    assertTrue(visitor.opens("/todo").body().contains("href=\"/map\""));
  }

  @Test
  void oneHandsOverOnThePageAsInChat() throws SQLException {
    String shipped = "  - code: xiaofang\n    name: 消防站\n";
    ChangedRoster.during(
        roster -> roster.replace(shipped, shipped + EVERY_DAY),
        () -> {
          var visitor = new Visitor(sandbox);
          HttpResponse<String> page = visitor.signsIn("sunwei", "/roster");
          String token = Visitor.formToken(page);
          assertTrue(page.body().contains("我的班：今天值班"), page.body());
          assertFalse(page.body().contains("环卫中心"), page.body());

          HttpResponse<String> refused = says(visitor, token, "交班", "张三");
          Chat chat = sandbox.chat("孙伟").says("交班 给 张三");
          assertEquals(403, refused.statusCode());
          assertTrue(refused.body().contains(chat.lastReply()), refused.body());
          assertEquals(403, says(visitor, "0", "交班", "冯涛").statusCode());

          HttpResponse<String> done = says(visitor, token, "交班", "冯涛");
          assertTrue(done.body().contains("已交班：到今天24:00，新任务先发给冯涛"), done.body());
          assertTrue(done.body().contains("我的班：不在"), done.body());
          Town.runLoops();
          sandbox.chat("冯涛").shouldHear("孙伟把今天的班交给了您");
          assertEquals(403, says(visitor, token, "放假", "").statusCode());

          Town.run(
              "INSERT INTO undeliverable (position, recipient, about, kind, cause, reason,"
                  + " noticed_at) VALUES (-7, 'baixue', 'x', 'TEXT', 'UNREACHABLE', 'x',"
                  + " service_now() + interval '1 minute')");
          var centre = new Visitor(sandbox);
          String all = centre.signsIn("wangfang", "/roster").body();
          Town.run("DELETE FROM undeliverable WHERE position = -7");
          assertTrue(all.contains("今天值班：冯涛，新任务先发给他们"), all);
          assertTrue(all.contains("起收不到消息"), all);
          assertFalse(all.contains("我的班"), all);
        });
  }

  private String placed(String words) {
    Chat worker = sandbox.chat("李梅").says("算了");
    worker.sendsLocation(39.842638, 116.647336, "台湖村东口").says(words).says("上报");
    String number = Journey.numberIn(worker.lastReply());
    Town.runLoops();
    return number;
  }

  private static String item(String map, String number) {
    return Pattern.compile("(?s)<li[^>]*><a [^>]*/case/\\d{8}-\\d+\".*?</li>")
        .matcher(map)
        .results()
        .map(MatchResult::group)
        .filter(each -> each.contains("/case/" + number + "\""))
        .findFirst()
        .orElseThrow(() -> new AssertionError(number + " is not on the map"))
        .replaceAll("\\s+", " ");
  }

  private static HttpResponse<String> says(Visitor visitor, String token, String deed, String who) {
    return visitor.posts(
        "/roster", Map.of("deed", deed, "who", who), "X-Form-Token", token, "HX-Request", "true");
  }
}
