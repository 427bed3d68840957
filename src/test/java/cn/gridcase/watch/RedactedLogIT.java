package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
  void noSecretIsReadInEitherForm(String json) throws Exception {
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

  private static String log(Map<String, String> environment)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-Xmx200m", "-jar", System.getProperty("gridcase.jar"))
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GRIDCASE_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("GRIDCASE_WECOM_SECRET", SECRET);
    builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", ADDRESS);
    builder.environment().put("QUARKUS_DATASOURCE_USERNAME", "nobody");
    builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
    builder.environment().put("QUARKUS_FLYWAY_USERNAME", "nobody");
    builder.environment().put("QUARKUS_FLYWAY_PASSWORD", PASSWORD);
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), log);
    assertNotEquals(0, process.exitValue(), log);
    return log;
  }
}
