package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 进展: a unit says how far it is; nothing else changes.
 *
 * @param words the other units of the case read them
 */
public record Progress(String words) implements Move {
  static final String TERM = "进展";
  private static final int MOST_CHARACTERS = 200;

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = file.assignmentOf(actor, "写" + TERM);
    file.mustBeIn(Stage.DISPOSAL, "写" + TERM);
    if (!assignment.isSigned()) {
      throw new Refused("请先签收案件" + file.number() + "，再写进展。可以回复：签收 " + file.number());
    }
    if (words.isBlank()) {
      throw new Refused("请写一句进展，例如：进展 " + file.number() + " 已到现场，正在清理");
    }
    if (words.length() > MOST_CHARACTERS) {
      throw new Refused("一句进展最多" + MOST_CHARACTERS + "个字，请写短一些。");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", assignment.unit())
        .words(words)
        .effect(its -> DistrictWord.heard(its.clock(), now));
  }
}
