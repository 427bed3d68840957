package cn.gridcase.wecom.callback;

import cn.gridcase.wecom.WeComSettings;
import java.util.List;
import java.util.Optional;

/**
 * The keys a callback may be sealed with: the current pair, then the old one while they are being
 * rotated.
 *
 * @param corp the receiveid that every envelope must carry
 */
record CallbackKeys(List<CallbackKey> inForce, String corp) {
  CallbackKeys {
    inForce = List.copyOf(inForce);
  }

  /**
   * The keys in the settings; a half of the old pair that is not given is as in the current one.
   *
   * @throws IllegalStateException if one is missing, which {@link WeComStart} refuses beforehand
   */
  static CallbackKeys of(WeComSettings settings) {
    String token = given(settings.token());
    String aesKey = given(settings.aesKey());
    CallbackKey current = new CallbackKey(token, aesKey);
    if (settings.tokenOld().isEmpty() && settings.aesKeyOld().isEmpty()) {
      return new CallbackKeys(List.of(current), given(settings.corpId()));
    }
    CallbackKey old =
        new CallbackKey(settings.tokenOld().orElse(token), settings.aesKeyOld().orElse(aesKey));
    return new CallbackKeys(List.of(current, old), given(settings.corpId()));
  }

  private static String given(Optional<String> setting) {
    return setting.orElseThrow(
        () -> new IllegalStateException("a callback came, but the wire is not configured"));
  }
}
