package cn.gridcase.wecom.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a replica's spool: one file a push, there whole or not at all, its name in the
 * order of arrival. What {@link #append} returned for outlives a power cut.
 */
public final class SpoolFolder {
  private static final String UNREADABLE = "unreadable";
  private static final Pattern NAME = Pattern.compile("[0-9]{12}-[0-9a-f]{8}\\.push");
  private static final int DIGITS = 12;

  private final Path folder;
  private long next;

  /** A folder that need not exist yet. */
  public SpoolFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Writes a push behind all that are there, and returns its name. */
  public synchronized String append(RawPush push) throws IOException {
    makePrivate(folder);
    if (next == 0) {
      deleteUnfinished();
      List<String> before = names();
      next = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
    }
    // Two replicas that were given one folder do not write over each other.
    String random = UUID.randomUUID().toString().substring(0, 8);
    String name = "%012d-%s.push".formatted(next, random);
    Path unfinished = folder.resolve(name + ".new");
    try {
      writeDurably(unfinished, push.file());
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    makeDurable(folder);
    next++;
    return name;
  }

  /** All pushes, first come first. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(NAME.asMatchPredicate())
          .sorted()
          .toList();
    }
  }

  public RawPush read(String name) throws IOException {
    return RawPush.of(Files.readString(folder.resolve(name)));
  }

  /** A push that was heard is gone; found again after a crash, it would only be heard once more. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** A push that nobody can read any more is kept for people to look at; returns where. */
  public Path setAside(String name) throws IOException {
    Path aside = folder.resolve(UNREADABLE);
    makePrivate(aside);
    return Files.move(
        folder.resolve(name), aside.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** What a kill left half written was never answered 200, and WeCom has sent it again. */
  private void deleteUnfinished() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.push.new")) {
      for (Path unfinished : files) {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  private static long number(String name) {
    return Long.parseLong(name.substring(0, DIGITS));
  }

  private static void writeDurably(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A new name is only durable once its folder is. */
  private static void makeDurable(Path folder) throws IOException {
    if (!hasModes(folder)) {
      // Windows opens no folder, and keeps its names by itself.
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (hasModes(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      makeDurable(folder.resolveSibling("."));
    }
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
