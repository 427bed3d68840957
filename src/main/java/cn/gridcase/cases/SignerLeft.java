package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 签收人离岗: whoever signed works for the unit no more, so a colleague has to sign for the case.
 *
 * @param unit its code
 */
public record SignerLeft(String unit) implements Move {
  static final String TERM = "签收人离岗";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    file.mustBeIn(Stage.DISPOSAL, chinese());
    Assignment assignment =
        file.assignments().of(unit).orElseThrow(() -> CaseFiles.notFound(file.number()));
    if (!actor.isSystem() || !assignment.isSigned() || !assignment.isOpen()) {
      throw new Refused("案件" + file.number() + "不能这样改签。");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", assignment.unit())
        .effect(orphaned -> assignment.unsign(now));
  }
}
