package cn.gridcase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The shipped bot-config with many more grid workers in its roster. */
final class BenchTown {
  private static final int WORKERS = 1_200;
  private static final Path FOLDER = Path.of("target", "bench-config");

  private BenchTown() {}

  /** Their userids. */
  static List<String> workers() {
    return IntStream.rangeClosed(1, WORKERS).mapToObj("worker%04d"::formatted).toList();
  }

  static Path config() throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> shipped = Files.list(Path.of("bot-config"))) {
      for (Path file : shipped.toList()) {
        Files.writeString(FOLDER.resolve(file.getFileName()), Files.readString(file));
      }
    }
    var people = new ArrayList<String>();
    for (String worker : workers()) {
      people.add("  - userid: " + worker);
      people.add("    name: 网格员" + worker.substring("worker".length()));
      people.add("    roles: [网格员]");
      people.add("    community: taihucun");
    }
    Path roster = FOLDER.resolve("roster.yaml");
    Files.writeString(roster, Files.readString(roster) + "\n" + String.join("\n", people) + "\n");
    return FOLDER;
  }
}
