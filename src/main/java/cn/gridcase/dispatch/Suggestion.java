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

  /** The unit with this code, or else the next one, before the one that was suggested. */
  Suggestion instead(String code) {
    Unit other =
        others.stream().filter(each -> each.code().equals(code)).findFirst().orElse(others.get(0));
    return new Suggestion(
        other,
        unit.name() + "已退回，请另选",
        Stream.concat(others.stream().filter(each -> !each.equals(other)), Stream.of(unit))
            .toList());
  }

  /** For a row of a card, which has room for 30 characters. */
  String said() {
    return unit.name() + "：" + reason;
  }
}
