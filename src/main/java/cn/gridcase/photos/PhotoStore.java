package cn.gridcase.photos;

import java.io.InputStream;

/**
 * Where the bytes lie, each under the hash of its content, so that none ever changes; shared by all
 * replicas. Failures are {@link java.io.UncheckedIOException}.
 */
public interface PhotoStore {
  /**
   * Keeps these bytes, safe from a crash when it returns; the same bytes are kept once.
   *
   * @return their key, SHA-256 in lower-case hex
   */
  String keep(byte[] bytes);

  /** The bytes under a key that {@link #keep} gave. */
  InputStream open(String key);

  /** Whether there are bytes under this key. */
  boolean holds(String key);

  /** Lets go of the bytes under this key, if they are there. */
  void erase(String key);
}
