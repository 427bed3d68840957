package cn.gridcase.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sums are what browsers know the files by: after a change, run src/main/vendor/vendor.mjs. */
class StaticSumsTest {
  private static final Path FOLDER = Path.of("src/main/resources/META-INF/resources/static");
  private static final String SUMS = "SHA256SUMS";

  @Test
  void everyStaticFileStandsInTheListWithItsSum() throws IOException, NoSuchAlgorithmException {
    Map<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve(SUMS))) {
      listed.put(line.substring(66), line.substring(0, 64));
    }
    Map<String, String> there = new TreeMap<>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        there.put(file.getFileName().toString(), HexFormat.of().formatHex(hash));
      }
    }
    there.remove(SUMS);
    assertEquals(there, listed);
  }
}
