package cn.gridcase.bench;

import cn.gridcase.sandbox.Leash;
import cn.gridcase.sandbox.company.Keys;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar that ships, as a child process with a Java of its own. */
final class BenchService implements AutoCloseable {
  private static final Path DATA = Path.of("target", "bench-service");
  private static final Duration START = Duration.ofSeconds(90);

  private final Process process;
  private final int port;
  private final double readyAfter;

  private BenchService(Process process, int port, double readyAfter) {
    this.process = process;
    this.port = port;
    this.readyAfter = readyAfter;
  }

  /**
   * Started and ready.
   *
   * @param wecom where WeCom's API is
   * @param more settings beside those that every start needs
   */
  static BenchService start(BenchDatabase database, Keys keys, int wecom, Map<String, String> more)
      throws IOException, InterruptedException {
    int port = freePort();
    int management = freePort();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = List.of(java, "-jar", System.getProperty("gridcase.jar"));
    var builder = new ProcessBuilder(Leash.on(command)).redirectErrorStream(true);
    builder.environment().keySet().removeIf(variable -> variable.startsWith("GRIDCASE_"));
    builder.environment().putAll(database.settings());
    builder.environment().putAll(wecom(keys, wecom));
    builder.environment().put("GRIDCASE_BOT_CONFIG", BenchTown.config().toString());
    builder.environment().put("GRIDCASE_DATA", DATA.toString());
    builder.environment().put("GRIDCASE_PUBLIC_URL", address(port).toString());
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    builder.environment().putAll(more);
    Files.createDirectories(DATA);
    builder.redirectOutput(DATA.resolve("service.log").toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    awaitReady(process, List.of(management, port));
    return new BenchService(process, port, (System.nanoTime() - begun) / 1e9);
  }

  /** Seconds from its start to readiness, to a twentieth. */
  double readyAfter() {
    return readyAfter;
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  URI address() {
    return address(port);
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> wecom(Keys keys, int port) {
    return Map.of(
        "GRIDCASE_WECOM_BASE_URL", "http://127.0.0.1:" + port,
        "GRIDCASE_WECOM_CORP_ID", keys.corpId(),
        "GRIDCASE_WECOM_AGENT_ID", Integer.toString(keys.agentId()),
        "GRIDCASE_WECOM_SECRET", keys.secret(),
        "GRIDCASE_WECOM_TOKEN", keys.token(),
        "GRIDCASE_WECOM_AES_KEY", keys.aesKey());
  }

  /** Health has a port of its own, or shares the callback's. */
  private static void awaitReady(Process process, List<Integer> ports) throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (ports.stream().noneMatch(BenchService::isReady)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("not ready, see " + DATA.resolve("service.log"));
      }
      Thread.sleep(50);
    }
  }

  private static boolean isReady(int port) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(2_000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
