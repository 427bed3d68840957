package cn.gridcase.wecom;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.gridcase.database.StartRefused;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeComStartTest {
  private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  private static final Optional<String> PUBLIC_URL = Optional.of("https://grid.example.cn");

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    var start = new WeComStart(settings(Map.of()), Optional.empty(), false);

    var refused = assertThrows(StartRefused.class, () -> start.check(new StartupEvent()));

    assertEquals(
        """
        企业微信的配置不完整，服务没有启动：
          GRIDCASE_WECOM_CORP_ID：没有设置
          GRIDCASE_WECOM_AGENT_ID：没有设置
          GRIDCASE_WECOM_SECRET：没有设置
          GRIDCASE_WECOM_TOKEN：没有设置
          GRIDCASE_WECOM_AES_KEY：没有设置
          GRIDCASE_PUBLIC_URL：没有设置""",
        refused.getMessage());
  }

  @Test
  void whatIsRightIsNotRefused() {
    assertEquals(List.of(), WeComStart.problems(settings(right()), PUBLIC_URL));
    assertDoesNotThrow(
        () -> new WeComStart(settings(right()), PUBLIC_URL, false).check(new StartupEvent()));
  }

  @Test
  void aWrongValueIsNamedAndNotShown() {
    Map<String, String> wrong = right();
    wrong.put("GRIDCASE_WECOM_AGENT_ID", "10x");
    wrong.put("GRIDCASE_WECOM_AES_KEY", AES_KEY.substring(1));
    wrong.put("GRIDCASE_WECOM_TOKEN_OLD", "an old token");
    var problems = WeComStart.problems(settings(wrong), Optional.of("grid.example.cn"));

    assertEquals(
        List.of(
            "GRIDCASE_WECOM_AGENT_ID：应为数字，现有 3 个字符",
            "GRIDCASE_WECOM_AES_KEY：应为 43 个字母或数字（EncodingAESKey），现有 42 个字符",
            "GRIDCASE_PUBLIC_URL：应为 http:// 或 https:// 开头的地址，现有 15 个字符",
            "GRIDCASE_WECOM_TOKEN_OLD：应为 1 到 32 个字母或数字，现有 12 个字符"),
        problems);
    assertFalse(problems.toString().contains(AES_KEY.substring(1)));
  }

  @Test
  void anAddressWithoutItsSchemeIsNamed() {
    Map<String, String> wrong = right();
    wrong.put("GRIDCASE_WECOM_BASE_URL", "qyapi.weixin.qq.com");

    assertEquals(
        List.of("GRIDCASE_WECOM_BASE_URL：应为 http:// 或 https:// 开头的地址，现有 19 个字符"),
        WeComStart.problems(settings(wrong), PUBLIC_URL));
  }

  @Test
  void anOperatorsCommandNeedsNoWeCom() {
    var start = new WeComStart(settings(Map.of()), Optional.empty(), true);

    assertDoesNotThrow(() -> start.check(new StartupEvent()));
  }

  private static Map<String, String> right() {
    return new HashMap<>(
        Map.of(
            "GRIDCASE_WECOM_CORP_ID", "wx5823bf96d3bd56c7",
            "GRIDCASE_WECOM_AGENT_ID", "1000002",
            "GRIDCASE_WECOM_SECRET", "s-e_c",
            "GRIDCASE_WECOM_TOKEN", "QDG6eK",
            "GRIDCASE_WECOM_AES_KEY", AES_KEY));
  }

  private static WeComSettings settings(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withMapping(WeComSettings.class)
        .withSources(new EnvConfigSource(environment, 300))
        .build()
        .getConfigMapping(WeComSettings.class);
  }
}
