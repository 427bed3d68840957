package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * 补充: the reporter answers what they were asked, and the clock goes on; while the unit is at it,
 * they may add to their answer, or give it late.
 *
 * @param words the unit reads them; may be empty where there are photos
 * @param photos how many they show; the photos themselves are kept under the case's number
 */
public record Supplement(String words, int photos) implements Move {
  public static final String TERM = "补充";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.ref().equals(file.reporter())) {
      throw CaseFiles.notFound(file.number());
    }
    Optional<LedgerRow> pause = file.clock().ledger().pausedFor(LedgerKind.REPORTER);
    boolean wasAsked = file.clock().ledger().count(LedgerKind.REPORTER) > 0;
    if (pause.isEmpty() && !(wasAsked && file.stage() == Stage.DISPOSAL)) {
      throw new Refused("案件" + file.number() + "现在不用补充。回复案件编号可以看它办到哪了。");
    }
    if (words.isBlank() && photos == 0) {
      throw new Refused("请把要补充的内容写在编号后面，例如：补充 " + file.number() + " 在东门外");
    }
    return Change.to(file.stage())
        .fact("photos", Integer.toString(photos))
        .words(words.isBlank() ? Report.ONLY_PHOTOS : words)
        .effect(told -> pause.ifPresent(over -> over.end(now)));
  }
}
