package cn.gridcase.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from our own class path into the data folder. */
record PostgresBinaries(Path home) {
  /** As in pom.xml; the archive itself does not tell. */
  static final String VERSION = "17.11.0";

  static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

  /** Unpacks beside the final place and renames, so that the folder is whole or absent. */
  static PostgresBinaries unpackedIn(Path data) throws IOException {
    Path home = data.resolve("postgres-" + VERSION);
    if (!Files.exists(home)) {
      Path unfinished = data.resolve("postgres-" + VERSION + ".new");
      DeletedTree.delete(unfinished);
      unpack(unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path folder) throws IOException {
    String archive = archive();
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new StartRefused(
            "程序包里没有适合本机的 PostgreSQL（%s）。请在本机的操作系统上重新构建，或用 QUARKUS_DATASOURCE_JDBC_URL 指定外部数据库。"
                .formatted(archive));
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          place(folder, entry, tar);
        }
      }
    }
  }

  private static void place(Path folder, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry leaves the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      makeFolder(target);
      return;
    }
    makeFolder(target.resolve("..").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    setReadable(target, (entry.getMode() & 0100) != 0);
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      makeFolder(folder.resolve("..").normalize());
      Files.createDirectory(folder);
      setReadable(folder, true);
    }
  }

  // Whatever the umask: another user than the one who unpacks may have to run these.
  private static void setReadable(Path path, boolean executable) throws IOException {
    if (!PrivateFile.hasModes(path)) {
      return;
    }
    Set<PosixFilePermission> modes =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if (executable) {
      modes.add(PosixFilePermission.OWNER_EXECUTE);
      modes.add(PosixFilePermission.GROUP_EXECUTE);
      modes.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    Files.setPosixFilePermissions(path, modes);
  }

  private static String archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String name = system.contains("mac") ? "darwin" : system.contains("win") ? "windows" : "linux";
    String cpu = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + name + "-" + cpu + ".txz";
  }
}
