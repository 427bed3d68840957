package cn.gridcase.bench;

import java.util.List;

/** What a list of measurements says. */
final class Figures {
  private Figures() {}

  static double median(List<Double> values) {
    return percentile(values, 0.5);
  }

  /** The value that this share of them does not exceed. */
  static double percentile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, Math.min(sorted.size() - 1, rank)));
  }
}
