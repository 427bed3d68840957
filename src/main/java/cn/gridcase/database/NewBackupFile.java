package cn.gridcase.database;

import cn.gridcase.database.Manifest.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup while it is written, beside its name; it takes the name only when it is whole and on the
 * disk. Only the user who made it may read it: it holds the whole town.
 */
final class NewBackupFile implements AutoCloseable {
  static final String MANIFEST = "manifest.json";
  static final String MANIFEST_HASH = "manifest.sha256";
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path unfinished;
  private final FileChannel disk;
  private final ZipOutputStream zip;

  private NewBackupFile(Path file, Path unfinished, FileChannel disk) {
    this.file = file;
    this.unfinished = unfinished;
    this.disk = disk;
    this.zip =
        new ZipOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(disk), BUFFER),
            StandardCharsets.UTF_8);
  }

  /** Writes one entry's bytes. */
  @FunctionalInterface
  interface Writing<T> {
    T to(OutputStream bytes) throws IOException, SQLException;
  }

  /** An entry as it was written, and what its writing found. */
  record Written<T>(Part part, T found) {}

  static NewBackupFile create(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.isDirectory(whole)) {
      throw new BackupRefused(file + " 是目录。请写出备份文件的完整名称，例如 " + file.resolve("gridcase.zip") + "。");
    }
    Path unfinished = whole.resolveSibling(whole.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    FileAttribute<?>[] closedToOthers =
        PrivateFile.hasModes(whole)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    FileChannel disk =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            closedToOthers);
    return new NewBackupFile(whole, unfinished, disk);
  }

  <T> Written<T> add(String entry, Writing<T> writing) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(entry));
    HashedOutput hashed = new HashedOutput(zip);
    OutputStream buffered = new BufferedOutputStream(hashed, BUFFER);
    T found = writing.to(buffered);
    buffered.flush();
    zip.closeEntry();
    return new Written<>(new Part(entry, hashed.bytes(), hashed.sha256()), found);
  }

  /** Adds the manifest and lets the file be seen under its name; returns its size in bytes. */
  long finish(Manifest manifest) throws IOException, SQLException {
    byte[] json = manifest.toJson();
    Part written = add(MANIFEST, bytes -> whole(bytes, json)).part();
    byte[] hash = written.sha256().getBytes(StandardCharsets.US_ASCII);
    add(MANIFEST_HASH, bytes -> whole(bytes, hash));
    zip.finish();
    zip.flush();
    disk.force(true);
    long size = disk.size();
    disk.close();
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(file);
    return size;
  }

  private static int whole(OutputStream bytes, byte[] what) throws IOException {
    bytes.write(what);
    return what.length;
  }

  /** Makes a new name survive a power cut; Windows has no such thing and needs none. */
  static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && PrivateFile.hasModes(folder)) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Leaves nothing behind unless it was finished. */
  @Override
  public void close() throws IOException {
    disk.close();
    Files.deleteIfExists(unfinished);
  }
}
