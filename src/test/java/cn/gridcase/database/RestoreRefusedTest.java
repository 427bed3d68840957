package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.BesideTheStories;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not what was written is refused by name, and a database in use is left alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheStories
final class RestoreRefusedTest {
  private final Path folder;
  private final Path file;
  private final Place target;
  private final Map<String, String> before;

  RestoreRefusedTest(@TempDir Path folder) throws SQLException, IOException {
    this.folder = folder;
    file = folder.resolve("gridcase.zip");
    Place original = Place.fresh(folder.resolve("original"));
    LivedIn.fill(original);
    Path photo = original.data().resolve("photos/ab/abcdef.jpg");
    Files.createDirectories(photo.getParent());
    Files.write(photo, new byte[3000]);
    original.backup().write(file);
    target = Place.fresh(folder.resolve("target"));
    before = target.contents();
  }

  @Test
  void eachDamagedOrMissingPartIsNamed() throws IOException, SQLException {
    Path broken = folder.resolve("broken.zip");
    List<String> entries;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      entries = zip.stream().filter(e -> e.getSize() > 0).map(ZipEntry::getName).toList();
    }
    assertTrue(entries.contains("tables/case_file.copy"), entries.toString());
    assertTrue(entries.contains("photos/ab/abcdef.jpg"), entries.toString());
    for (String entry : entries) {
      for (boolean missing : new boolean[] {true, false}) {
        repack(broken, entry, missing);
        String named = entry.endsWith(".sha256") && !missing ? "manifest.json" : entry;
        assertRefused(broken, named);
      }
    }
  }

  @Test
  void aFileThatWasCutOffIsRefusedWhereverItEnds() throws IOException, SQLException {
    byte[] whole = Files.readAllBytes(file);
    Path broken = folder.resolve("broken.zip");
    for (int part = 0; part < 20; part++) {
      Files.write(broken, Arrays.copyOf(whole, whole.length * part / 20));
      assertRefused(broken, "不完整");
    }
    Files.write(broken, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(broken, "不完整");
  }

  @Test
  void aBitThatFellOverOnTheDiskIsFound() throws IOException, SQLException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String entry : List.of("tables/case_file.copy", "tables/config_snapshot.copy")) {
      byte[] changed = bytes.clone();
      // Some way behind its name begins what is kept of it; a bit of a header may not matter.
      changed[text.indexOf(entry) + entry.length() + 40] ^= 4;
      Path broken = folder.resolve("broken.zip");
      Files.write(broken, changed);
      assertRefused(broken, "broken.zip");
    }
  }

  @Test
  void aDatabaseInUseIsLeftAlone() throws SQLException {
    target.run(
        "INSERT INTO loop_beat VALUES ('relay', 'alive', 7, clock_timestamp(), clock_timestamp())");
    assertRefused(file, "服务正在使用");
    target.run(
        "DELETE FROM loop_beat",
        "INSERT INTO inbox (key, sender, type, xml, received_at, state, reply)"
            + " VALUES ('k', 'limei', 'text', '<xml/>', now(), 'DONE', '')");
    assertThrowsNaming("收到的消息1条", file);
    assertEquals(List.of("k"), target.read("SELECT key FROM inbox"));
    target.run("DELETE FROM inbox");
  }

  @Test
  void whatIsNotThereIsSaid() throws SQLException {
    assertRefused(folder.resolve("nowhere.zip"), "没有备份文件");
  }

  private void assertRefused(Path broken, String naming) throws SQLException {
    assertThrowsNaming(naming, broken);
    assertEquals(before, target.contents(), "something was changed");
    assertEquals(List.of("0"), target.read("SELECT count(*) FROM quarantine"));
  }

  private void assertThrowsNaming(String naming, Path broken) {
    var refused = assertThrows(BackupRefused.class, () -> target.restore().from(broken));
    assertTrue(refused.toString().contains(naming), naming + " in " + refused);
  }

  private void repack(Path broken, String damaged, boolean missing) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(broken);
        ZipOutputStream changed = new ZipOutputStream(out)) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
        boolean hit = entry.getName().equals(damaged);
        if (!hit || !missing) {
          changed.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream bytes = zip.getInputStream(entry)) {
            byte[] content = bytes.readAllBytes();
            if (hit) {
              content[content.length / 2] ^= 1;
            }
            changed.write(content);
          }
        }
      }
    }
  }
}
