package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.time.Pause;
import java.time.Instant;
import java.util.List;

/**
 * 拆分: undoes a merge; the case is where it was, and its clock goes on as if it had never stood.
 *
 * @param from what it is a part of, locked as well
 * @param halts 全镇停时 that lasted when it was merged, or began since
 */
record Detach(CaseFile from, List<Pause> halts) implements Move {
  Detach {
    halts = List.copyOf(halts);
  }

  @Override
  public String chinese() {
    return "拆分";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(chinese(), Role.DISPATCHER, Role.DUTY_OFFICER);
    file.mustBeIn(Stage.MERGED, chinese());
    if (from.stage().isEnd()) {
      throw new Refused("案件%s已经是“%s”，并入的案件不能再拆分。".formatted(from.number(), from.stage().chinese()));
    }
    return Change.to(file.clock().hasBegun() ? Stage.DISPATCH : Stage.INTAKE)
        .fact("from", from.number().text())
        .effect(
            its -> {
              its.revive();
              its.clock().ledger().credit(its, halts);
            });
  }
}
