package cn.gridcase.config;

import java.util.regex.Pattern;

/**
 * 成套的文件: files of one kind that belong to another file, such as one for each year. There they stand
 * under one key, each as a whole under its name without the ending.
 *
 * @param key the key, for which {@code schema/<key>.schema.json} says how each of them must look
 * @param names what such a file is called, as a pattern
 * @param said the same for people, such as {@code 2026.json（每年一个）}
 */
public record ConfigSeries(String key, Pattern names, String said) {
  /** Whether a file of this name is one of them. */
  boolean has(String name) {
    return names.matcher(name).matches();
  }

  /** What it is called in the file it belongs to. */
  static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
