package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Roster;
import java.time.Instant;

/**
 * 抽查: what becomes of a case that a community handled itself. The centre verifies a sample; the
 * others close by themselves. No person makes this move: the doer does not close.
 *
 * @param roster by which communities are known
 * @param isToBeClosed whether somebody closes the case once it is over
 */
public record Sample(Verdict verdict, Roster roster, boolean isToBeClosed) implements Move {
  public static final String TERM = "抽查";

  private static final int HASH_DIGITS = 13;
  private static final int PERCENT = 100;

  /** 抽查结果. */
  public enum Verdict {
    SPARED("未抽中，自动结案"),
    DRAWN("抽中，由核查员核查"),
    DOUBTFUL("照片存疑，由核查员核查"),
    UNSEEN("照片没有取到，由核查员核查");

    private final String chinese;

    Verdict(String chinese) {
      this.chinese = chinese;
    }

    /** As the history shows it. */
    public String chinese() {
      return chinese;
    }
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!actor.isSystem()) {
      throw new Refused("案件" + file.number() + "不能这样抽查。");
    }
    file.mustBeIn(Stage.VERIFICATION, chinese());
    if (verdict == Verdict.SPARED && !isOf(file, roster)) {
      throw new Refused("案件" + file.number() + "不是社区自行处理的，要由核查员核查。");
    }
    Change change =
        verdict == Verdict.SPARED ? Pass.over(isToBeClosed, now) : Change.to(Stage.VERIFICATION);
    return change
        .fact("outcome", file.outcome().orElseThrow())
        .fact("verdict", verdict.name())
        .words(verdict.chinese());
  }

  /** Whether a community did all of it, at the first go, and nothing is left to do. */
  public static boolean isOf(CaseFile file, Roster roster) {
    boolean isCommunitys =
        file.assignment().filter(lead -> roster.hasCommunity(lead.unit())).isPresent();
    return isCommunitys
        && file.assignments().all().stream().allMatch(Assignment::isLead)
        && file.reworked() == 0
        && file.reopened() == 0
        && file.clock().nextLeg().isEmpty();
  }

  /**
   * Whether it is one of so many of a hundred. The hash of the result's history entry says so: it
   * holds a salt, so that nobody knows it before, and anybody can work it out afterwards.
   */
  public static boolean isDrawn(CaseFile file, int percent) {
    long hash = Long.parseLong(file.history().head().substring(0, HASH_DIGITS), 16);
    return hash % PERCENT < percent;
  }
}
