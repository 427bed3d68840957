package cn.gridcase.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The shipped bot-config in a town with more people: a second fireman, two who may also verify, two
 * who see no cards, and more units than a dropdown holds.
 */
final class TownConfig {
  private static final Path SHIPPED = Path.of("bot-config");
  private static final Path FOLDER = Path.of("target", "town-config");

  private static final String MORE_UNITS =
      """
      units:
        - code: shuiwu
          name: 水务所
        - code: jiaotong
          name: 交通队
        - code: wenhua
          name: 文化中心
      """;

  private static final String MORE_PEOPLE =
      """

        - {userid: fengtao, name: 冯涛, roles: [处置人员], unit: xiaofang}
        - {userid: luomin, name: 罗敏, roles: [处置人员, 核查员], unit: yingji}
        - {userid: songjia, name: 宋佳, roles: [网格员, 核查员], community: taihucun}
        - {userid: hongyan, name: 洪岩, roles: [处置人员], unit: shuiwu}
        - {userid: tangyi, name: 唐毅, roles: [处置人员], unit: jiaotong}
        - {userid: baixue, name: 白雪, roles: [处置人员], unit: wenhua}
        - {userid: panlin, name: 潘林, roles: [处置人员], unit: wenhua, textOnly: true}
        - {userid: tianyu, name: 田宇, roles: [网格员], community: ciqucun, textOnly: true}
      """;

  private TownConfig() {}

  /** Writes the folder and returns it. */
  static Path write() {
    try (var files = Files.list(SHIPPED)) {
      Files.createDirectories(FOLDER);
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(FOLDER.resolve(file.getFileName()), changed(file, text));
      }
      return FOLDER;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String changed(Path file, String text) {
    if (file.endsWith("roster.yaml")) {
      return bigger(text);
    }
    if (file.endsWith("approvals.yaml")) {
      // What other stories leave unsigned is not brought before the leaders in this one.
      return text.replace("unsigned: 1工作日", "unsigned: 999天");
    }
    // No story is left to chance: all that communities do is verified.
    return file.endsWith("verification.yaml")
        ? text.replace("communitySample: 20", "communitySample: 100")
        : text;
  }

  /** More people come last: whoever stands first in the roster is whom the page shows first. */
  private static String bigger(String roster) {
    if (!roster.contains("\nunits:\n")) {
      throw new IllegalStateException("roster.yaml has no line units:");
    }
    return roster.replace("\nunits:\n", "\n" + MORE_UNITS) + MORE_PEOPLE;
  }
}
