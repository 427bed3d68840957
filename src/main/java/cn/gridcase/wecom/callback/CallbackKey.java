package cn.gridcase.wecom.callback;

import static cn.gridcase.wecom.WeComSettings.AES_KEY_FORM;
import static cn.gridcase.wecom.WeComSettings.TOKEN_FORM;

import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One pair of Token and EncodingAESKey; prints as nothing, so that no log can hold it. */
final class CallbackKey {
  private final String token;
  private final SecretKey key;
  private final IvParameterSpec iv;

  /**
   * Reads the pair as the admin console shows it.
   *
   * @throws IllegalArgumentException if either is not of its form; without the value
   */
  CallbackKey(String token, String encodingAesKey) {
    if (!TOKEN_FORM.matcher(token).matches() || !AES_KEY_FORM.matcher(encodingAesKey).matches()) {
      throw new IllegalArgumentException("not a callback token and EncodingAESKey");
    }
    // 43 characters carry 258 bits: real keys have spare bits set in the last, which Java's decoder
    // ignores and strict decoders refuse.
    byte[] bytes = Base64.getDecoder().decode(encodingAesKey + "=");
    this.token = token;
    this.key = new SecretKeySpec(bytes, "AES");
    this.iv = new IvParameterSpec(Arrays.copyOf(bytes, 16));
  }

  String token() {
    return token;
  }

  SecretKey key() {
    return key;
  }

  IvParameterSpec iv() {
    return iv;
  }
}
