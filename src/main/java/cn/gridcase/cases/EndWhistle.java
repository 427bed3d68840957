package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Roster;
import java.time.Instant;
import java.util.List;

/**
 * 收哨: the lead says what came of it; from then on each side rates the other.
 *
 * @param summary all who were called read it, and whoever blew
 * @param until when they may rate
 * @param roster by which units are named
 */
public record EndWhistle(String summary, Instant until, Roster roster) implements Move {
  public static final String TERM = "收哨";
  private static final int MOST_CHARACTERS = 500;

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!file.assignmentOf(actor, TERM).isLead()) {
      throw new Refused("主办单位才能收哨。您单位办完的，请回复：提交 " + file.number() + " 结果");
    }
    file.mustBeIn(Stage.DISPOSAL, TERM);
    Whistle whistle =
        file.assignments()
            .whistles()
            .open()
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有吹着的哨，不用收哨。"));
    mustBeSaid(file);
    mustBeDone(file, whistle);
    return Change.to(Stage.DISPOSAL)
        .fact("round", Integer.toString(whistle.round()))
        .words(summary)
        .effect(its -> end(its, whistle, now));
  }

  private void mustBeSaid(CaseFile file) {
    if (summary.isBlank()) {
      throw new Refused("收哨要写一句总结，例如：收哨 " + file.number() + " 三家到场，摊位已清走，通道已划线");
    }
    if (summary.length() > MOST_CHARACTERS) {
      throw new Refused("收哨的总结最多" + MOST_CHARACTERS + "个字，请写短一些。");
    }
  }

  /** Nobody leaves before the work is done: each share is handed in or waived. */
  private void mustBeDone(CaseFile file, Whistle whistle) {
    List<String> open =
        file.assignments().openCoUnits().stream()
            .map(Assignment::unit)
            .filter(unit -> whistle.callOf(unit).isPresent())
            .map(roster::nameOf)
            .toList();
    if (!open.isEmpty()) {
      throw new Refused(
          "案件%1$s还在等%2$s协办，不能收哨。可以回复：催办 %1$s；不需要的，回复：免除协办 %1$s %3$s 原因"
              .formatted(file.number(), String.join("、", open), open.get(0)));
    }
  }

  private void end(CaseFile file, Whistle whistle, Instant now) {
    whistle.end(until, now);
    whistle.calls().stream().filter(call -> isConcerned(file, call)).forEach(WhistleCall::ask);
    whistle.answered(now);
  }

  /** Whoever came, or took it on, can say whether it was needed. */
  private static boolean isConcerned(CaseFile file, WhistleCall call) {
    return call.arrived().isPresent() || file.assignments().lastOf(call.unit()).isSigned();
  }
}
