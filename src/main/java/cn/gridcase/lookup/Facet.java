package cn.gridcase.lookup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** 筛选: a side by which a list of open cases is narrowed down. */
enum Facet {
  STAGE("环节"),
  LIGHT("时限"),
  UNIT("单位"),
  TAG("标签"),
  GROUP("大类");

  private final String chinese;

  Facet(String chinese) {
    this.chinese = chinese;
  }

  /** As shown. */
  String chinese() {
    return chinese;
  }

  /** As said in addresses. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a case is on this side: some words, or none. */
  List<String> of(OpenCases.Line line) {
    return switch (this) {
      case STAGE -> List.of(line.stage());
      case LIGHT -> lights(line);
      case UNIT -> Stream.of(line.unit()).filter(unit -> !unit.isEmpty()).toList();
      case TAG -> line.row().tags();
      case GROUP -> List.of(line.group());
    };
  }

  /** What has a red card is overdue as well. */
  private static List<String> lights(OpenCases.Line line) {
    Stream<Light> overdue = line.overdue() ? Stream.of(Light.OVERDUE) : Stream.of();
    return Stream.concat(Stream.of(line.light()), overdue).distinct().map(Light::chinese).toList();
  }
}
