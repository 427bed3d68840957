package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job, clicked on the sandbox's page as a newcomer would, and what it costs thumbs. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class SandboxPageTest {
  private static final URI PAGE = Town.sandbox().baseUrl().resolve("/sandbox");

  @BeforeAll
  static void aBrowserIsThere() {
    Chromium.assumeInstalled();
  }

  @Test
  void theMainJobIsDoneOnAPhone() {
    try (var browser = new Browser(PAGE, 390, 844)) {
      fits(browser);
      browser.clicks("填入示例");
      browser.sends("李梅");
      reportToClosure(browser);
      assertEquals(0, browser.typed("李梅"));
    }
  }

  @Test
  void theMainJobIsDoneOnADesk() {
    try (var browser = new Browser(PAGE, 1440, 757)) {
      fits(browser);
      browser.says("李梅", "台湖村口消防通道被堵");
      reportToClosure(browser);
      assertEquals(10, browser.typed("李梅"));
    }
  }

  private static void reportToClosure(Browser browser) {
    browser.shouldSee("李梅", "收到，请稍等");
    browser.sendsFromTheDrawer("李梅", "示例照片");
    browser.sendsFromTheDrawer("李梅", "位置", "台湖村口");
    browser.shouldSee("李梅", "收到位置");
    browser.letsTimePass();
    browser.presses("李梅", "上报");
    String number = browser.restOfTitle("李梅", "已上报 ");
    assertEquals(1, browser.taps("李梅"), "beyond the three messages");

    browser.shouldSee("王芳", "待派遣 " + number);
    browser.presses("王芳", "派遣");
    browser.shouldSee("王芳", "已派遣 " + number);
    assertEquals(1, browser.taps("王芳"));
    browser.finds("赵磊");
    browser.shouldSee("赵磊", "已由王芳派给消防站");
    fits(browser);

    browser.shouldSee("孙伟", "新任务 " + number);
    browser.presses("孙伟", "签收");
    browser.shouldSee("孙伟", "处理中 " + number);
    assertEquals(1, browser.taps("孙伟"), "signing for it is a step of its own");
    browser.says("孙伟", "已联系车主挪车，通道恢复畅通");
    browser.shouldSee("孙伟", "已记入案件" + number);
    browser.letsTimePass();
    browser.shouldSee("孙伟", "提交结果 " + number);
    browser.chooses("孙伟", "劝导自行改正");
    browser.presses("孙伟", "提交");
    browser.shouldSee("孙伟", "已提交 " + number);
    assertEquals(1 + 2, browser.taps("孙伟"), "the outcome and handing in");
    assertEquals(14, browser.typed("孙伟"));

    browser.shouldSee("周明", "待核查 " + number);
    browser.presses("周明", "通过");
    browser.shouldSee("周明", "核查通过 " + number);
    assertEquals(1, browser.taps("周明"));
    assertEquals(0, browser.typed("王芳") + browser.typed("周明"));
    browser.shouldSee("李梅", "您上报的案件" + number);
    fits(browser);
  }

  private static void fits(Browser browser) {
    assertTrue(browser.pixelsTooWide() <= 0, "the page is wider than the window");
    assertTrue(browser.pixelsTooLow() <= 0, "a phone reaches below the window");
    assertEquals(0, browser.requestsToElsewhere());
    assertEquals(List.of(), browser.consoleErrors());
  }
}
