package cn.gridcase.photos;

import cn.gridcase.database.DurableFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Photos in {@code GRIDCASE_PHOTOS}, a folder that all replicas share; a backup takes them along.
 */
@ApplicationScoped
class SharedFolder implements PhotoStore {
  private final Path folder;

  @Inject
  SharedFolder(@ConfigProperty(name = "gridcase.photos") String folder) {
    this.folder = Path.of(folder);
  }

  @Override
  public String keep(byte[] bytes) {
    String key = sha256(bytes);
    Path place = place(key);
    // Files are moved into place whole: one that is there is complete.
    if (!holds(key)) {
      try {
        DurableFile.write(place, new ByteArrayInputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException("photo " + key + " could not be kept", e);
      }
    }
    return key;
  }

  @Override
  public InputStream open(String key) {
    try {
      return Files.newInputStream(place(key));
    } catch (IOException e) {
      throw new UncheckedIOException("photo " + key + " could not be read", e);
    }
  }

  @Override
  public boolean holds(String key) {
    return Files.exists(place(key));
  }

  @Override
  public void erase(String key) {
    try {
      Files.deleteIfExists(place(key));
    } catch (IOException e) {
      throw new UncheckedIOException("photo " + key + " could not be erased", e);
    }
  }

  private Path place(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
