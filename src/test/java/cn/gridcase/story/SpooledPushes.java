package cn.gridcase.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** The spool of the service under test, seen from outside. */
final class SpooledPushes {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private SpooledPushes() {}

  static Path folder() {
    return Path.of(ConfigProvider.getConfig().getValue("gridcase.data", String.class), "spool");
  }

  static List<Path> files() {
    try (var files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".push")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the loops run until nothing is left; the first cycles may meet dead connections. */
  static void areReplayed() {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!loopsRan() || !files().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(files() + " are still there");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static boolean loopsRan() {
    try {
      Town.runLoops();
      return true;
    } catch (RuntimeException deadConnection) {
      return false;
    }
  }
}
