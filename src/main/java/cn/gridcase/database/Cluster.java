package cn.gridcase.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's data folder: made once, durable, with checksums. */
record Cluster(Path folder) {
  /** The role that makes the others; nobody works as it. */
  static final String SUPERUSER = "postgres";

  static Cluster in(Path data) {
    return new Cluster(data.resolve("postgres"));
  }

  /** Makes the cluster beside its final place and renames it, so that it is whole or absent. */
  void ensure(PostgresBinaries binaries, RunAs runAs, PostgresLog log, String password)
      throws IOException {
    if (Files.exists(folder)) {
      refuseOtherVersion();
      refuseOtherOwner(runAs);
      runAs.own(folder);
      return;
    }
    Path unfinished = folder.resolveSibling("postgres.new");
    Path passwordFile = folder.resolveSibling("initdb.password");
    DeletedTree.delete(unfinished);
    Files.createDirectory(unfinished);
    if (PrivateFile.hasModes(unfinished)) {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
    }
    PrivateFile.write(passwordFile, password);
    try {
      runAs.own(unfinished);
      runAs.own(passwordFile);
      if (runAs.run(log, initdb(binaries, unfinished, passwordFile)) != 0) {
        throw log.refusal("创建数据库集群失败（磁盘已满，或目录 " + folder + " 不可写？）");
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> initdb(PostgresBinaries binaries, Path folder, Path passwordFile) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program("initdb"));
    command.addAll(List.of("-D", folder.toString(), "-U", SUPERUSER, "-E", "UTF8"));
    command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile));
    command.addAll(List.of("--data-checksums", "--no-instructions", "--lc-messages=C"));
    command.addAll(locale());
    return command;
  }

  // Linux's own library knows C.UTF-8. Elsewhere PostgreSQL's built-in one sorts, and some locale
  // that is not C classifies characters: in C, pg_trgm sees no letter in Chinese.
  private static List<String> locale() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("linux")) {
      return List.of("--locale=C.UTF-8");
    }
    String types = system.contains("mac") ? "en_US.UTF-8" : "en-US";
    return List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-ctype=" + types);
  }

  private void refuseOtherVersion() throws IOException {
    String made = Files.readString(folder.resolve("PG_VERSION")).strip();
    if (!made.equals(PostgresBinaries.MAJOR)) {
      throw new StartRefused(
          ("数据目录 %s 由 PostgreSQL %s 创建，本程序自带 PostgreSQL %s。"
                  + "请用旧版本程序执行 backup <文件>，再把 GRIDCASE_DATA 指向新的空目录，用本程序执行 restore <文件>。")
              .formatted(folder, made, PostgresBinaries.MAJOR));
    }
  }

  private void refuseOtherOwner(RunAs runAs) throws IOException {
    if (runAs.owner().isEmpty() && !Files.isWritable(folder)) {
      throw new StartRefused(
          "数据目录 %s 属于用户 %s。请用启动过它的用户启动。".formatted(folder, Files.getOwner(folder).getName()));
    }
  }
}
