package cn.gridcase.story;

import cn.gridcase.PackagedJar;
import cn.gridcase.sandbox.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of the jar that ships; killed without a word, or stopped and let go on. */
final class Replica {
  private static final int KILLED = 128 + 9;
  private static final Duration START = Duration.ofSeconds(60);

  private final String name;
  private final int port;
  private final int managementPort;
  private final Path data;
  private final Map<String, String> settings;
  private Optional<Process> process = Optional.empty();

  /**
   * @param port of the callback
   * @param managementPort of health and metrics
   * @param data a folder of its own, kept over its lives
   */
  Replica(String name, int port, int managementPort, Path data, Map<String, String> settings) {
    this.name = name;
    this.port = port;
    this.managementPort = managementPort;
    this.data = data;
    this.settings = settings;
  }

  int port() {
    return port;
  }

  Path data() {
    return data;
  }

  /** Called on a thread that lives on: the child ends with it. */
  Replica start() {
    var builder = PackagedJar.process(settings);
    builder.command(Leash.on(builder.command()));
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    builder.environment().put("GRIDCASE_DATA", data.toString());
    try {
      Files.createDirectories(data);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      process = Optional.of(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be started", e);
    }
    return this;
  }

  /** Until it says that it is ready. */
  Replica awaitReady() {
    return await("ready");
  }

  /** Until it answers at all: it hears then, though its loops have not run yet. */
  Replica awaitLive() {
    return await("live");
  }

  /** What it says of its readiness, ready or not. */
  String readiness() {
    try {
      HttpURLConnection answer = ask("ready");
      var body = answer.getResponseCode() < 400 ? answer.getInputStream() : answer.getErrorStream();
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Replica await(String health) {
    Waiting.until(name + " is " + health, START, () -> is(health) || !isAlive());
    if (!isAlive()) {
      throw new AssertionError(name + " ended while it started:\n" + said());
    }
    return this;
  }

  /** {@code kill -9}; returns whether it was that what ended it. */
  boolean kill() {
    Process it = process.orElseThrow();
    it.destroyForcibly();
    try {
      return it.waitFor(10, TimeUnit.SECONDS) && it.exitValue() == KILLED;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM; the exit code, once it has ended. */
  int end(Duration most) {
    Process it = process.orElseThrow();
    it.destroy();
    try {
      if (!it.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(name + " did not end within " + most + ":\n" + said());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return it.exitValue();
  }

  /** It stands still, as a machine does that is paused. */
  void pause() {
    signal("-STOP");
  }

  void goOn() {
    signal("-CONT");
  }

  /** All that it has logged, over all its lives. */
  String said() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String signal) {
    try {
      var kill = new ProcessBuilder("kill", signal, Long.toString(process.orElseThrow().pid()));
      if (kill.inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("kill " + signal + " did not work");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path log() {
    return data.resolve("service.log");
  }

  private boolean isAlive() {
    return process.filter(Process::isAlive).isPresent();
  }

  private boolean is(String health) {
    try {
      return ask(health).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpURLConnection ask(String health) throws IOException {
    var url = URI.create("http://127.0.0.1:" + managementPort + "/q/health/" + health).toURL();
    var connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(500);
    connection.setReadTimeout(5_000);
    return connection;
  }
}
