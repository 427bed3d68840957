package cn.gridcase.dispatch;

import cn.gridcase.roster.Unit;
import java.util.List;

/**
 * 派给谁: which unit a dispatcher chose, said or pressed.
 *
 * @param coUnits 协办: who helps
 * @param reason empty if none
 */
record Chosen(Unit unit, List<Unit> coUnits, String reason) {
  Chosen {
    coUnits = List.copyOf(coUnits);
  }

  static Chosen alone(Unit unit) {
    return new Chosen(unit, List.of(), "");
  }
}
