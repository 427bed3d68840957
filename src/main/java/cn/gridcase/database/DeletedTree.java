package cn.gridcase.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes what an interrupted start left unfinished. */
final class DeletedTree extends SimpleFileVisitor<Path> {
  private DeletedTree() {}

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new DeletedTree());
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.delete(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
      throws IOException {
    if (failed != null) {
      throw failed;
    }
    Files.delete(folder);
    return FileVisitResult.CONTINUE;
  }
}
