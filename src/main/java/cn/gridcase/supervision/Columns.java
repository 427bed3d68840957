package cn.gridcase.supervision;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines whose cells stand below each other on a terminal, where a Chinese character is two wide.
 */
final class Columns {
  private static final int FIRST_WIDE = 0x2E80;
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Words to the left, figures to the right. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int at = i;
      int widest = rows.stream().mapToInt(each -> width(each.get(at))).max().orElse(0);
      String cell = row.get(i);
      String pad = " ".repeat(widest - width(cell));
      line.append(GAP).append(isFigure(cell) ? pad + cell : cell + pad);
    }
    return line.toString().stripTrailing();
  }

  private static boolean isFigure(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }

  private static int width(String cell) {
    return cell.chars().map(letter -> letter < FIRST_WIDE ? 1 : 2).sum();
  }
}
