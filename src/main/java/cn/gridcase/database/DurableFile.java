package cn.gridcase.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all, power cuts included; only its writer may read it. */
public final class DurableFile {
  /** A file of this name is still being written, or its writer died over it. */
  static final String UNFINISHED = ".new";

  private DurableFile() {}

  /**
   * Makes the folders that are missing; two who write the same file are not in each other's way.
   */
  public static void write(Path place, InputStream bytes) throws IOException {
    Path folder = place.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, place.getFileName() + ".", UNFINISHED);
    try {
      Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel disk = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        disk.force(true);
      }
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    NewBackupFile.syncFolder(place);
    NewBackupFile.syncFolder(folder);
  }
}
