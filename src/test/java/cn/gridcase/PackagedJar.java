package cn.gridcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jar that ships, as a process of its own that knows only the settings it is given. It is
 * started some forty times in a build, so its processes are small and share one archive of classes.
 */
public final class PackagedJar {
  private static final List<String> SMALL =
      List.of("-Xmx200m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
  private static final Path CLASSES = Path.of("target", "gridcase.jsa").toAbsolutePath();

  private static boolean archived;

  /** How a process ended. */
  public record Ended(int code, String output) {}

  private PackagedJar() {}

  /** The command line that starts it. */
  public static synchronized List<String> command(String... arguments) {
    if (!archived) {
      archive();
      archived = true;
    }
    return line("-XX:SharedArchiveFile=" + CLASSES, arguments);
  }

  /** Ready to be started with these environment variables and none of ours that are set here. */
  public static ProcessBuilder process(Map<String, String> settings, String... arguments) {
    return prepared(command(arguments), settings);
  }

  /** Runs it to its end. */
  public static Ended run(Map<String, String> settings, String... arguments) {
    return ended(process(settings, arguments));
  }

  /** The same settings as environment variables. */
  public static Map<String, String> asEnvironment(Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> setting.getKey().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                Map.Entry::getValue));
  }

  /** Any command loads nearly all that the service loads. */
  private static void archive() {
    try {
      Files.deleteIfExists(CLASSES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var line = line("-XX:ArchiveClassesAtExit=" + CLASSES, "verify-history");
    Ended ended = ended(prepared(line, asEnvironment(TestDatabase.fresh())));
    if (ended.code != 0) {
      throw new IllegalStateException(ended.output);
    }
  }

  private static List<String> line(String archive, String... arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(SMALL);
    // What the archive cannot hold is no news.
    line.addAll(List.of(archive, "-Xlog:disable", "-Xlog:all=error:stderr"));
    line.addAll(List.of("-jar", System.getProperty("gridcase.jar")));
    line.addAll(Stream.of(arguments).toList());
    return line;
  }

  private static ProcessBuilder prepared(List<String> line, Map<String, String> settings) {
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(GRIDCASE|QUARKUS)_.*"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
    builder.environment().putAll(settings);
    return builder;
  }

  private static Ended ended(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("it closed its output but did not end:\n" + output);
      }
      return new Ended(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
