package cn.gridcase.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder bot-config on disk. */
final class ConfigFolder {
  private ConfigFolder() {}

  /**
   * The text of every YAML, JSON or GeoJSON file directly inside, by name; what cannot be read is a
   * problem.
   */
  static Map<String, String> texts(Path folder, Problems problems) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : filesIn(folder, problems)) {
      String name = file.getFileName().toString();
      try {
        texts.put(name, withoutMark(Files.readString(file)));
      } catch (CharacterCodingException e) {
        problems.add(name, Problems.WHOLE_FILE, "不是 UTF-8 编码，请另存为 UTF-8");
      } catch (IOException e) {
        problems.add(name, Problems.WHOLE_FILE, "读不出来：" + e.getMessage());
      }
    }
    return texts;
  }

  private static List<Path> filesIn(Path folder, Problems problems) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches("(?i)[^.].*\\.(ya?ml|(geo)?json)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(folder.toString(), Problems.WHOLE_FILE, "找不到这个配置目录，或者没有权限读它");
      return List.of();
    }
  }

  /** Windows' Notepad puts a byte order mark in front, which parsers would take for a letter. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
