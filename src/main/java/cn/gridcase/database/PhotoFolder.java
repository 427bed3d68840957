package cn.gridcase.database;

import cn.gridcase.database.Manifest.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files beside the database: photos, each named by its content, so that none ever changes. */
@ApplicationScoped
class PhotoFolder {
  private static final String PREFIX = "photos/";

  private final Path folder;

  @Inject
  PhotoFolder(@ConfigProperty(name = "gridcase.photos") String folder) {
    this.folder = Path.of(folder);
  }

  /** Copies every file that is whole; one still being written is named by no row yet. */
  List<Part> copyInto(NewBackupFile backup) throws IOException, SQLException {
    List<Part> copied = new ArrayList<>();
    for (Path photo : all()) {
      String name = PREFIX + folder.relativize(photo).toString().replace('\\', '/');
      copied.add(backup.add(name, bytes -> Files.copy(photo, bytes)).part());
    }
    return copied;
  }

  /** Puts the photos of a backup in place; what is there already must be the same. */
  void restore(BackupFile backup) throws IOException {
    for (Part photo : backup.manifest().photos()) {
      Path place = folder.resolve(photo.entry().substring(PREFIX.length())).normalize();
      if (!place.startsWith(folder.normalize()) || !photo.entry().startsWith(PREFIX)) {
        throw new BackupRefused("备份文件里的名称 " + photo.entry() + " 不是照片。没有恢复，数据库没有改动。");
      }
      if (!Files.exists(place)) {
        write(place, backup, photo);
      } else if (!hash(place).equals(photo.sha256())) {
        throw new BackupRefused(
            "照片 " + place + " 已经存在，内容却与备份不同。没有恢复，数据库没有改动。请换一个空的 GRIDCASE_DATA 再试。");
      }
    }
  }

  private static void write(Path place, BackupFile backup, Part photo) throws IOException {
    try (InputStream bytes = backup.open(photo)) {
      DurableFile.write(place, bytes);
    }
  }

  private List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(DurableFile.UNFINISHED))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException("cannot list " + folder, e);
    }
  }

  private static String hash(Path file) throws IOException {
    HashedOutput hashed = HashedOutput.toNowhere();
    try (OutputStream bytes = hashed) {
      Files.copy(file, bytes);
    }
    return hashed.sha256();
  }
}
