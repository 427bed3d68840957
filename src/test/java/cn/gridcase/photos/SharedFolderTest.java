package cn.gridcase.photos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTest {
  private static final byte[] BYTES = "a photo".getBytes(UTF_8);
  private static final String KEY =
      "d4e24d749a4fe2f161af2de913c0402b04e3ae287dafd0f9dbfa4a5c56c69285";

  @TempDir
  @SuppressWarnings("NullAway.Init") // given by JUnit
  Path data;

  @Test
  void bytesLieUnderTheirHash() throws IOException {
    PhotoStore store = new SharedFolder(data.resolve("photos").toString());
    String key = store.keep(BYTES);
    assertEquals(KEY, key);
    try (var bytes = store.open(key)) {
      assertArrayEquals(BYTES, bytes.readAllBytes());
    }
    assertEquals(List.of("photos/" + KEY.substring(0, 2) + "/" + KEY), files());
  }

  @Test
  void whoeverKeepsTheSameBytesAtTheSameTimeLeavesOneFile() throws IOException {
    PhotoStore store = new SharedFolder(data.resolve("photos").toString());
    List<CompletableFuture<String>> keys =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> store.keep(BYTES)))
            .limit(16)
            .toList();
    keys.forEach(key -> assertEquals(KEY, key.join()));
    assertEquals(List.of("photos/" + KEY.substring(0, 2) + "/" + KEY), files());
  }

  @Test
  void whatCannotBeKeptIsSaidAndLeavesNothing() throws IOException {
    Files.writeString(data.resolve("photos"), "no folder");
    PhotoStore store = new SharedFolder(data.resolve("photos").toString());
    assertThrows(UncheckedIOException.class, () -> store.keep(BYTES));
    assertThrows(UncheckedIOException.class, () -> store.open(KEY));
    assertEquals(List.of("photos"), files());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).map(it -> data.relativize(it).toString()).toList();
    }
  }
}
