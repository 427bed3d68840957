package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.gridcase.wecom.WeComSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackKeysTest {
  @Test
  void whileKeysAreRotatedTheHalfThatIsNotGivenIsAsItWas() {
    Map<String, String> rotating = right();
    rotating.put("GRIDCASE_WECOM_TOKEN_OLD", "oldToken");

    CallbackKeys keys = CallbackKeys.of(settings(rotating));

    assertEquals(2, keys.inForce().size());
    assertEquals("oldToken", keys.inForce().get(1).token());
    assertEquals(keys.inForce().get(0).key(), keys.inForce().get(1).key());
  }

  @Test
  void keysNeverPrint() {
    String printed = CallbackKeys.of(settings(right())).toString();

    assertFalse(printed.contains(Envelopes.TOKEN));
    assertFalse(printed.contains(Envelopes.AES_KEY));
  }

  private static Map<String, String> right() {
    return new HashMap<>(
        Map.of(
            "GRIDCASE_WECOM_CORP_ID", Envelopes.CORP,
            "GRIDCASE_WECOM_TOKEN", Envelopes.TOKEN,
            "GRIDCASE_WECOM_AES_KEY", Envelopes.AES_KEY));
  }

  private static WeComSettings settings(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withMapping(WeComSettings.class)
        .withSources(new EnvConfigSource(environment, 300))
        .build()
        .getConfigMapping(WeComSettings.class);
  }
}
