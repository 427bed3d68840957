package cn.gridcase.watch;

import cn.gridcase.cases.CaseNumber;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 无人跟进: the open cases that are without something.
 *
 * @param count of all of them
 * @param first some of them, by number
 */
record Unattended(long count, List<CaseNumber> first) {
  Unattended {
    first = List.copyOf(first);
  }

  boolean isAny() {
    return count > 0;
  }

  /** Their numbers as people read them; empty if there is none. */
  String said() {
    String numbers = first.stream().map(CaseNumber::text).collect(Collectors.joining("、"));
    return count > first.size() ? numbers + "等" + count + "件" : numbers;
  }
}
