package cn.gridcase.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The totals once more, in parts.
 *
 * @param by what the parts are: 类别, 单位
 * @param parts by name, largest first
 */
record Breakdown(String by, List<Map.Entry<String, Tally>> parts) {
  static <T> Breakdown of(
      List<T> cells, String by, Function<T, String> name, Function<T, Tally> tally) {
    Map<String, Tally> sums = new LinkedHashMap<>();
    cells.forEach(cell -> sums.merge(name.apply(cell), tally.apply(cell), Tally::plus));
    return new Breakdown(
        by,
        sums.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Tally>>comparingInt(part -> -part.getValue().sum())
                    .thenComparing(Map.Entry::getKey))
            .map(part -> Map.entry(part.getKey(), part.getValue()))
            .toList());
  }

  /** The largest parts, the others in one, and what they lack of the total 差额, if anything. */
  String said(int most, Tally total) {
    var said = new ArrayList<String>();
    parts.stream()
        .limit(most)
        .forEach(part -> said.add(part.getKey() + " " + part.getValue().said()));
    if (parts.size() > most) {
      said.add("另有%d项 %s".formatted(parts.size() - most, sum(most).said()));
    }
    Tally difference = total.minus(sum(0));
    if (!difference.equals(Tally.NONE)) {
      said.add("差额 " + difference.said());
    }
    return "按" + by + "（收到/结案/超期）：" + (said.isEmpty() ? "无" : String.join("，", said));
  }

  private Tally sum(int from) {
    return parts.stream().skip(from).map(Map.Entry::getValue).reduce(Tally.NONE, Tally::plus);
  }
}
