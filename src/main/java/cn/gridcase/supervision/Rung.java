package cn.gridcase.supervision;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.CountdownKind;
import cn.gridcase.cases.Stage;
import cn.gridcase.roster.Role;
import java.util.List;

/**
 * 阶梯的一级: who is told when a countdown comes that far; once a countdown.
 *
 * @param name as people read it, such as 预警; each once in the ladder
 * @param of 处置 for what a result is owed for, or the stage, or 签收
 * @param unsigned only while nobody has signed
 */
record Rung(String name, Mark at, List<String> of, boolean unsigned, List<Role> tell) {
  /** 处置: the whole case and its legs, which a result is owed for. */
  static final String DISPOSAL = "处置";

  Rung {
    of = List.copyOf(of);
    tell = List.copyOf(tell);
  }

  boolean isOf(Countdown countdown) {
    return of.contains(countdown.kind() == CountdownKind.STAGE ? countdown.name() : DISPOSAL);
  }

  /** Whether there is something to tell of the case as it is now. */
  boolean isTrueOf(CaseFile file) {
    return !unsigned
        || file.stage() == Stage.DISPATCH
        || !file.assignment().map(Assignment::isSigned).orElse(false);
  }
}
