package cn.gridcase.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the embedded database's roles, random, kept in the data folder. */
record Passwords(String superuser, String owner, String service) {
  private static final String FILE = "database.properties";
  private static final int BYTES = 24;

  /** Reads the kept passwords, or makes and keeps new ones before a cluster is made with them. */
  static Passwords keptIn(Path data, Path cluster) throws IOException {
    Path file = data.resolve(FILE);
    if (Files.exists(file)) {
      return read(file);
    }
    if (Files.exists(cluster)) {
      throw new StartRefused("数据目录 " + data + " 里有数据库，却没有密码文件 " + FILE + "。请从备份恢复这个文件后再启动。");
    }
    Passwords fresh = new Passwords(random(), random(), random());
    PrivateFile.write(
        file,
        """
        superuser=%s
        owner=%s
        service=%s
        """
            .formatted(fresh.superuser, fresh.owner, fresh.service));
    return fresh;
  }

  private static Passwords read(Path file) throws IOException {
    Properties kept = new Properties();
    try (Reader reader = new StringReader(Files.readString(file))) {
      kept.load(reader);
    }
    return new Passwords(
        password(kept, "superuser", file),
        password(kept, "owner", file),
        password(kept, "service", file));
  }

  private static String password(Properties kept, String role, Path file) {
    String password = kept.getProperty(role, "");
    if (password.isBlank()) {
      throw new StartRefused("密码文件 " + file + " 缺少 " + role + "。请从备份恢复这个文件后再启动。");
    }
    return password;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Passwords";
  }
}
