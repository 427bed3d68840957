package cn.gridcase.supervision;

import cn.gridcase.roster.Role;
import java.util.List;

/** 督办规则: when people are reminded of a deadline, and who. */
record SupervisionRules(Before before, After after) {
  /**
   * 临期.
   *
   * @param percent how much of the limit is used up by then, 1 to 99
   */
  record Before(int percent, List<Role> tell) {
    Before {
      tell = List.copyOf(tell);
    }
  }

  /** 超期. */
  record After(List<Role> tell) {
    After {
      tell = List.copyOf(tell);
    }
  }

  List<Role> told(Rung rung) {
    return switch (rung) {
      case BEFORE -> before.tell();
      case AFTER -> after.tell();
    };
  }
}
