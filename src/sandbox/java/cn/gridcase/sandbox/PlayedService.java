package cn.gridcase.sandbox;

import cn.gridcase.database.EmbeddedPostgres;
import cn.gridcase.sandbox.company.Keys;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The production jar as it ships, run beside the sandbox and never longer than it. */
final class PlayedService {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Path JAR =
      Path.of(System.getProperty("gridcase.jar", "target/quarkus-app/quarkus-run.jar"));

  private final int port;
  private final int managementPort = FreePort.preferring(9000);
  private final Path data;
  private Optional<Process> process = Optional.empty();

  PlayedService(int port, Path data) {
    this.port = port;
    this.data = data;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Path log() {
    return Path.of("target", "play-service.log");
  }

  /** Called on a thread that lives as long as the program: the child dies when it ends. */
  void start(Sandbox sandbox, EmbeddedPostgres database) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(Leash.on(List.of(java, "-jar", JAR.toString())));
    builder.environment().putAll(settings(sandbox, database));
    try {
      Files.createDirectories(log().toAbsolutePath().getParent());
      builder.redirectErrorStream(true).redirectOutput(log().toFile());
      builder.redirectInput(new File(nothing()));
      process = Optional.of(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("the service could not be started", e);
    }
  }

  /** Until {@code /q/health/ready} says so. */
  void awaitReady() {
    boolean ready = Patience.of(START).until(() -> isReady() || !isAlive(), () -> {});
    if (!ready || !isAlive()) {
      throw new IllegalStateException("服务没有就绪，日志末尾：\n" + tail());
    }
  }

  void stop() {
    process.ifPresent(
        it -> {
          it.destroy();
          try {
            if (!it.waitFor(15, TimeUnit.SECONDS)) {
              it.destroyForcibly();
            }
          } catch (InterruptedException e) {
            it.destroyForcibly();
            Thread.currentThread().interrupt();
          }
        });
  }

  private Map<String, String> settings(Sandbox sandbox, EmbeddedPostgres database) {
    Keys keys = sandbox.keys();
    return Map.ofEntries(
        Map.entry("GRIDCASE_WECOM_BASE_URL", sandbox.baseUrl().toString()),
        Map.entry("GRIDCASE_WECOM_AUTHORIZE_URL", sandbox.authorizeUrl().toString()),
        Map.entry("GRIDCASE_WECOM_CORP_ID", keys.corpId()),
        Map.entry("GRIDCASE_WECOM_AGENT_ID", Integer.toString(keys.agentId())),
        Map.entry("GRIDCASE_WECOM_SECRET", keys.secret()),
        Map.entry("GRIDCASE_WECOM_TOKEN", keys.token()),
        Map.entry("GRIDCASE_WECOM_AES_KEY", keys.aesKey()),
        Map.entry("GRIDCASE_PUBLIC_URL", address().toString()),
        Map.entry("GRIDCASE_DATA", data.toString()),
        // In production this is off, and a wound clock refuses readiness.
        Map.entry("GRIDCASE_TIME_MACHINE", "on"),
        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
        Map.entry("QUARKUS_DATASOURCE_USERNAME", database.service()),
        Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.servicePassword()),
        Map.entry("QUARKUS_FLYWAY_USERNAME", database.owner()),
        Map.entry("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword()),
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)));
  }

  private boolean isAlive() {
    return process.filter(Process::isAlive).isPresent();
  }

  private boolean isReady() {
    try {
      URI health = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
      var connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(2_000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
    } catch (IOException e) {
      return "(" + log() + " 读不出来)";
    }
  }

  private static String nothing() {
    return File.separatorChar == '\\' ? "NUL" : "/dev/null";
  }
}
