package cn.gridcase.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by an operator's command for as long as the embedded server it started may run. A service
 * that began to use that server would lose it with the command, so it waits and starts its own.
 */
final class CommandLock {
  private final Path file;

  /** Kept, or the garbage collector would close the file and so let go of the lock. */
  private Optional<FileChannel> held = Optional.empty();

  private CommandLock(Path file) {
    this.file = file;
  }

  static CommandLock in(Path data) {
    return new CommandLock(data.resolve("command.lock"));
  }

  boolean isHeldByOther() throws IOException {
    try (FileChannel channel = opened();
        FileLock free = channel.tryLock()) {
      return free == null;
    }
  }

  /** Until released, or until the process ends, however it ends: then the kernel lets go. */
  void hold() throws IOException {
    FileChannel channel = opened();
    held = Optional.of(channel);
    if (channel.tryLock() == null) {
      throw new IllegalStateException("two commands hold " + file);
    }
  }

  void release() {
    try {
      if (held.isPresent()) {
        held.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitFree() throws IOException {
    System.err.println("一个运维命令正在使用内嵌数据库，等它结束后继续……");
    try (FileChannel channel = opened();
        FileLock free = channel.lock()) {
      if (!free.isValid()) {
        throw new IOException("the lock on " + file + " was lost");
      }
    }
  }

  private FileChannel opened() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
