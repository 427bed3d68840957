package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 我, as somebody sees it: on a phone and on a desk, with large letters, in the dark. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class MePageTest {
  @BeforeAll
  static void aBrowserIsThere() {
    Town.sandbox();
    Chromium.assumeInstalled();
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1440, 900"})
  void oneSeesWhoOneIsChoosesTheLettersAndSignsOut(int width, int height) {
    try (var screen = new Screen(width, height)) {
      screen.opens("/me", "李梅").says("网格员").isSound("me");
      screen.clicks("大").shows("html.font-large").isSound("me-large");
      screen.clicks("特大").shows("html.font-largest").isSound("me-largest");
      screen.inTheDark().isSound("me-largest-dark");
      screen.clicks("退出登录").says("已退出登录").isSound("signed-out-dark");
      assertEquals("/signed-out", screen.path());
    }
  }
}
