package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.PackagedJar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar that ships, made to complain about an address full of secrets before it has started. */
class RedactedLogIT {
  private static final String SECRET = "canary0secret0of0the0app";
  private static final String PHONE = "13812345678";
  private static final String PASSWORD = "canary0password";

  /** Nobody listens there. */
  private static final String ADDRESS =
      "jdbc:postgresql://127.0.0.1:1/" + SECRET + "-" + PHONE + "?password=" + PASSWORD;

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void noSecretIsReadInEitherForm(String json) {
    String log = log(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", json));

    assertTrue(log.contains("jdbc:postgresql://127.0.0.1:1/***"), log);
    for (String canary : List.of(SECRET, PHONE, PASSWORD)) {
      assertFalse(log.contains(canary), log);
    }
    assertEquals(
        Boolean.parseBoolean(json),
        log.lines().anyMatch(line -> line.startsWith("{\"timestamp\":")),
        log);
  }

  private static String log(Map<String, String> environment) {
    var settings = new HashMap<>(environment);
    settings.put("GRIDCASE_WECOM_SECRET", SECRET);
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", ADDRESS);
    settings.put("QUARKUS_DATASOURCE_USERNAME", "nobody");
    settings.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
    settings.put("QUARKUS_FLYWAY_USERNAME", "nobody");
    settings.put("QUARKUS_FLYWAY_PASSWORD", PASSWORD);
    PackagedJar.Ended ended = PackagedJar.run(settings);
    assertNotEquals(0, ended.code(), ended.output());
    return ended.output();
  }
}
