package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 并案: before the first dispatch, a case that tells of the same as another goes on as a part of
 * that.
 *
 * @param into the other, locked as well
 * @param isPartOf what the other is a part of itself, if it is
 * @param parts what is a part of the case
 */
record MergeInto(CaseFile into, Optional<CaseNumber> isPartOf, List<CaseNumber> parts)
    implements Move {
  MergeInto {
    parts = List.copyOf(parts);
  }

  @Override
  public String chinese() {
    return "并案";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(chinese(), Role.DISPATCHER, Role.DUTY_OFFICER);
    if (file.stage() != Stage.INTAKE) {
      file.mustBeIn(Stage.DISPATCH, chinese());
    }
    if (file.assignment().isPresent()) {
      throw new Refused("案件" + file.number() + "已经派遣过，不能并案。");
    }
    if (!parts.isEmpty()) {
      throw new Refused("案件%s已有案件%s并入，不能再并到别的案件。".formatted(file.number(), parts.get(0)));
    }
    mustTakeIt(file);
    return Change.to(Stage.MERGED)
        .fact("into", into.number().text())
        .effect(merged -> merged.drop(EndReason.MERGED, now));
  }

  private void mustTakeIt(CaseFile file) {
    if (into.number().equals(file.number())) {
      throw new Refused("一个案件不能并到自己。请写明并到哪个案件。");
    }
    isPartOf.ifPresent(
        last -> {
          throw new Refused("案件%s已并入案件%s，请并到案件%s。".formatted(into.number(), last, last));
        });
    if (into.stage().isEnd()) {
      throw new Refused("案件%s已经是“%s”，不能再并入案件。".formatted(into.number(), into.stage().chinese()));
    }
  }
}
