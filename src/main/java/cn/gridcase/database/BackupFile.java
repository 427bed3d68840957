package cn.gridcase.database;

import cn.gridcase.database.Manifest.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is there: its manifest, and its parts held against it. */
final class BackupFile implements AutoCloseable {
  private final ZipFile zip;
  private final Path file;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Path file, Manifest manifest) {
    this.zip = zip;
    this.file = file;
    this.manifest = manifest;
  }

  /** Opens a file this program can read, or refuses and says what is wrong with it. */
  static BackupFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupRefused("没有备份文件 " + file + "。");
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException broken) {
      throw new BackupRefused(file + " 不完整或不是备份文件（末尾缺失）：没有恢复，什么也没有改动。请换一份备份。");
    }
    try {
      return new BackupFile(zip, file, manifest(zip, file));
    } catch (IOException | RuntimeException refused) {
      zip.close();
      throw refused;
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    byte[] json = small(zip, file, NewBackupFile.MANIFEST);
    HashedOutput hashed = HashedOutput.toNowhere();
    hashed.write(json);
    String promised =
        new String(small(zip, file, NewBackupFile.MANIFEST_HASH), StandardCharsets.US_ASCII);
    if (!hashed.sha256().equals(promised)) {
      throw damaged(file, "清单 " + NewBackupFile.MANIFEST);
    }
    Manifest manifest = Manifest.read(json);
    if (manifest.format() > Manifest.FORMAT) {
      throw new BackupRefused(
          "备份文件的格式是 %d，本程序只认识到 %d。请用版本 %s 或更新的程序恢复；什么也没有改动。"
              .formatted(manifest.format(), Manifest.FORMAT, manifest.program()));
    }
    return manifest;
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream open(Part part) throws IOException {
    return stream(zip, file, part.entry());
  }

  /** Reads every part to its end; refuses, naming it, the first that is not what was written. */
  void check() throws IOException {
    for (Part part : (Iterable<Part>) manifest.parts()::iterator) {
      HashedOutput hashed = HashedOutput.toNowhere();
      try (InputStream bytes = open(part)) {
        bytes.transferTo(hashed);
      } catch (ZipException | EOFException broken) {
        throw damaged(file, part.entry());
      }
      if (hashed.bytes() != part.bytes() || !hashed.sha256().equals(part.sha256())) {
        throw damaged(file, part.entry());
      }
    }
  }

  private static byte[] small(ZipFile zip, Path file, String entry) throws IOException {
    try (InputStream bytes = stream(zip, file, entry)) {
      return bytes.readAllBytes();
    } catch (ZipException | EOFException broken) {
      throw damaged(file, entry);
    }
  }

  private static InputStream stream(ZipFile zip, Path file, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupRefused(file + " 里缺少 " + name + "，不是完整的备份：没有恢复，什么也没有改动。请换一份备份。");
    }
    return zip.getInputStream(entry);
  }

  private static BackupRefused damaged(Path file, String what) {
    return new BackupRefused(file + " 已损坏：" + what + "。没有恢复，什么也没有改动。请换一份备份。");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
