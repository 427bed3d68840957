package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.PackagedJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that ships and nothing else: from one embedded database to the next. */
class PackagedBackupIT {
  @Test
  void theJarAloneBacksUpRestoresReportsAndReleases(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("gridcase.zip");
    Path photo = folder.resolve("one/photos/ab/abc.jpg");
    Files.createDirectories(photo.getParent());
    Files.writeString(photo, "a photo");

    String saved = run(0, folder.resolve("one"), "backup", file.toString());
    assertTrue(saved.contains("备份完成：" + file), saved);
    assertTrue(saved.contains("照片1张"), saved);

    Path other = folder.resolve("two");
    String restored = run(0, other, "restore", file.toString());
    assertTrue(restored.contains("恢复完成"), restored);
    assertTrue(restored.contains("核对了0件案件、0条流转记录，全部完好。"), restored);
    assertTrue(restored.contains("起处于隔离状态"), restored);
    assertEquals("a photo", Files.readString(other.resolve("photos/ab/abc.jpg")));

    assertTrue(run(0, other, "quarantine").contains("起处于隔离状态"));
    assertTrue(run(0, other, "quarantine", "release").contains("已放行"));
    assertTrue(run(0, other, "quarantine").contains("没有处于隔离状态"));

    Files.writeString(file, "cut off");
    String refused = run(2, other, "restore", file.toString());
    assertTrue(refused.contains("不完整"), refused);
    assertFalse(refused.contains("\tat "), refused);
  }

  private static String run(int code, Path data, String... arguments) {
    PackagedJar.Ended ended = PackagedJar.run(Map.of("GRIDCASE_DATA", data.toString()), arguments);
    assertEquals(code, ended.code(), ended.output());
    return ended.output();
  }
}
