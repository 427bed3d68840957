package cn.gridcase.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** 配置快照: all files of bot-config as they were at one moment, and what they mean. */
public final class Snapshot {
  private final Map<String, String> texts;
  private final Map<Class<?>, Object> values;
  private final String hash;

  Snapshot(Map<String, String> texts, Map<Class<?>, Object> values) {
    this.texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    this.values = Map.copyOf(values);
    this.hash = hash(this.texts);
  }

  /** SHA-256 over names and contents, 64 hex digits: the rules' version on each history entry. */
  public String hash() {
    return hash;
  }

  /** The value of the file that is read into this class. */
  public <V> V value(Class<V> shape) {
    return find(shape)
        .orElseThrow(() -> new IllegalStateException("no file of bot-config is a " + shape));
  }

  /** The same, absent while that file's shape is wrong. */
  public <V> Optional<V> find(Class<V> shape) {
    return Optional.ofNullable(values.get(shape)).map(shape::cast);
  }

  /** What was read, by file name. */
  Map<String, String> texts() {
    return texts;
  }

  /** The hash that a snapshot of these texts has, whatever they mean. */
  static String hash(Map<String, String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // The length keeps two folders apart whose concatenations are equal.
            sha.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
