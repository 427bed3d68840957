package cn.gridcase.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's own log in the data folder: all it and its tools print. */
record PostgresLog(Path file) {
  private static final int LINES = 12;
  private static final int LONGEST = 16 * 1024;

  static PostgresLog in(Path data) throws IOException {
    Path file = data.resolve("postgres.log");
    if (!Files.exists(file)) {
      // It may quote a failing statement with what was in it.
      PrivateFile.write(file, "");
    }
    return new PostgresLog(file);
  }

  long length() throws IOException {
    return Files.size(file);
  }

  /** What was written since the log had that length, at most the last 16 KiB. */
  String since(long length) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(Math.min(length, log.length()), log.length() - LONGEST);
      byte[] bytes = new byte[Math.toIntExact(log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** A refusal that quotes the last lines. */
  StartRefused refusal(String what) throws IOException {
    List<String> lines = since(0).lines().toList();
    return new StartRefused(
        "%s。日志 %s 的最后几行：\n%s"
            .formatted(
                what,
                file,
                String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))));
  }
}
