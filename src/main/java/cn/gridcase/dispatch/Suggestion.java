package cn.gridcase.dispatch;

import cn.gridcase.roster.Unit;
import java.util.List;
import java.util.stream.Stream;

/**
 * 推荐: who should have the case, and why.
 *
 * @param others who may have it too, in the roster's order
 */
record Suggestion(Unit unit, String reason, List<Unit> others) {
  Suggestion {
    others = List.copyOf(others);
  }

  /** The suggested unit first. */
  List<Unit> ranked() {
    return Stream.concat(Stream.of(unit), others.stream()).toList();
  }

  /** For a row of a card, which has room for 30 characters. */
  String said() {
    return unit.name() + "：" + reason;
  }
}
