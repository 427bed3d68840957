package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Opens what ships. */
final class PackagedJarIT {
  @Test
  void theSandboxDoesNotShip() throws IOException {
    List<String> names =
        namesIn(Path.of(System.getProperty("gridcase.jar")).resolve("..").normalize());
    assertTrue(names.contains("cn/gridcase/database/Main.class"), "looked in the wrong place");
    assertEquals(
        List.of(), names.stream().filter(name -> name.startsWith("cn/gridcase/sandbox")).toList());
  }

  private static List<String> namesIn(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (JarFile open = new JarFile(jar.toFile())) {
          open.stream().map(JarEntry::getName).forEach(names::add);
        }
      }
    }
    return names;
  }
}
