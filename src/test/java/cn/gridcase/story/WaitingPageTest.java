package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 待派遣: the command centre dispatches from its page as from a card. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class WaitingPageTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1440, 900"})
  void oneTapAcceptsTheSuggestion(int width, int height) {
    Chromium.assumeInstalled();
    String number = mostUrgent("台湖村消防通道堆着" + width + "块板");
    try (var screen = new Screen(width, height)) {
      screen.opens("/queue", "王芳").shows("#waiting").says("推荐消防站：派遣规则第1条");
      screen.says(number).isSound("waiting").clicks("派遣");
      Waiting.until("it is dispatched", SOON, () -> stage(number).equals("DISPOSAL"));
    }
    Town.runLoops();
    dispatcher.shouldHear("已由王芳派给消防站", number);
    sandbox.chat("孙伟").shouldHear("新任务 " + number);
  }

  @Test
  void whatTheCardRefusesThePageRefusesInTheSameWords() {
    String number = mostUrgent("台湖村消防通道堆着陶罐");
    var visitor = new Visitor(sandbox);
    HttpResponse<String> page = visitor.signsIn("wangfang", "/queue");
    assertTrue(visitor.opens("/queue/waiting").body().contains(number));
    String token = Visitor.formToken(page);

    HttpResponse<String> pushed = dispatched(visitor, number, "taihucun", token);
    assertEquals(403, pushed.statusCode());
    assertTrue(pushed.body().contains("案件" + number + "（消防通道堵塞）不在社区自行处理的事项清单里"), pushed.body());
    assertEquals(403, dispatched(visitor, number, "xiaofang", "0").statusCode());
    assertEquals("DISPATCH", stage(number));

    HttpResponse<String> done = dispatched(visitor, number, "xiaofang", token);
    assertEquals(200, done.statusCode(), done.body());
    assertFalse(done.body().contains(number), done.body());
    assertEquals("DISPOSAL", stage(number));
    assertTrue(dispatched(visitor, number, "chengguan", token).body().contains("现在是“处置中”，不能派遣"));
  }

  @Test
  void whoOnlyLooksDispatchesNothing() {
    String number = journey.reported("李梅", "台湖村消防通道堆着瓦片");
    var visitor = new Visitor(sandbox);
    HttpResponse<String> page = visitor.signsIn("zhouming", "/queue");

    assertFalse(page.body().contains("/queue/waiting"), page.body());
    assertEquals(403, visitor.opens("/queue/waiting").statusCode());
    assertEquals(
        403, dispatched(visitor, number, "xiaofang", Visitor.formToken(page)).statusCode());
    assertEquals("DISPATCH", stage(number));
  }

  /** Other stories left cases that are due earlier, more than the page lists. */
  private String mostUrgent(String words) {
    String number = journey.reported("李梅", words);
    Town.run("UPDATE case_file SET due_at = '2020-01-01' WHERE number = '" + number + "'");
    return number;
  }

  private static HttpResponse<String> dispatched(
      Visitor visitor, String number, String unit, String token) {
    return visitor.posts(
        "/queue/waiting/" + number,
        Map.of("unit", unit),
        "X-Form-Token",
        token,
        "HX-Request",
        "true");
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
