package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parameters of a callback's address, each given exactly once. Read from the raw query: a plus
 * sign stays a plus sign, as Base64 means it, whoever forgot to escape it.
 */
record CallbackQuery(Map<String, String> parameters) {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  CallbackQuery {
    parameters = Map.copyOf(parameters);
  }

  /**
   * @throws CallbackRejected if a parameter comes twice or is escaped wrongly
   */
  static CallbackQuery of(String raw) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (parameters.put(name, value) != null) {
        throw new CallbackRejected(Reason.PARAMETERS);
      }
    }
    return new CallbackQuery(parameters);
  }

  /**
   * The ciphertext with what signs it.
   *
   * @throws CallbackRejected if a parameter is missing
   */
  Sealed sealing(String encrypt) {
    String timestamp = required("timestamp");
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new CallbackRejected(Reason.PARAMETERS);
    }
    return new Sealed(required("msg_signature"), timestamp, required("nonce"), encrypt);
  }

  String required(String name) {
    String value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new CallbackRejected(Reason.PARAMETERS);
    }
    return value;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CallbackRejected(Reason.PARAMETERS);
    }
  }
}
