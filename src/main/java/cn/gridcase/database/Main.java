package cn.gridcase.database;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The door of the program: without arguments the service, with a command's name that command.
 * Brings up the embedded database first unless another is configured.
 */
@QuarkusMain
public final class Main {
  private static final Duration STOPPING = Duration.ofSeconds(30);

  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      keepDoorsShut();
    }
    try {
      if (set("quarkus.datasource.jdbc.url").isEmpty()) {
        useEmbedded(Path.of(set("gridcase.data").orElse("data")), arguments.length > 0);
      }
    } catch (StartRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(StartRefused.EXIT_CODE);
    }
    Quarkus.run(Served.class, arguments);
  }

  // A command must be able to run beside the service: no port, no loops, no log between its lines.
  private static void keepDoorsShut() {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    System.setProperty("gridcase.loops", "off");
    System.setProperty("gridcase.command", "true");
    System.setProperty("quarkus.log.console.level", "WARN");
  }

  private static void useEmbedded(Path data, boolean command) {
    EmbeddedPostgres database =
        command ? EmbeddedPostgres.startForCommand(data) : EmbeddedPostgres.start(data);
    System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.service());
    System.setProperty("quarkus.datasource.password", database.servicePassword());
    System.setProperty("quarkus.flyway.username", database.owner());
    System.setProperty("quarkus.flyway.password", database.ownerPassword());
    CountDownLatch serviceEnded = new CountDownLatch(1);
    ApplicationLifecycleManager.setDefaultExitCodeHandler(
        (code, cause) -> {
          serviceEnded.countDown();
          System.exit(code);
        });
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(database, serviceEnded), "database-stop"));
  }

  // Hooks run side by side: the database waits for the service, or the last answers would be lost.
  private static void stop(EmbeddedPostgres database, CountDownLatch serviceEnded) {
    try {
      serviceEnded.await(STOPPING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      database.close();
    }
  }

  /** A setting as Quarkus would read it, which itself only wakes after the database. */
  private static Optional<String> set(String property) {
    String variable = property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(System.getProperty(property))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }
}
