package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import java.time.Instant;

/**
 * 回访: how content the reporter is, by their own word or by that of somebody who rang them up; the
 * service itself notes silence.
 *
 * @param words may be empty
 * @param asked read while the case is locked
 */
public record Visit(VisitAnswer answer, String words, ReturnVisit asked) implements Move {
  public static final String TERM = "回访";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    mayAnswer(file, actor);
    file.mustBeIn(Stage.CLOSED, TERM);
    asked.answer().filter(VisitAnswer::isSaid).ifPresent(said -> refuse(file, said));
    if (!actor.isSystem() && !asked.isOpen(now)) {
      throw new Refused("案件" + file.number() + "的回访已经结束。如有新情况，请直接再发一句话上报。");
    }
    return Change.to(file.stage())
        .fact("answer", answer.name())
        .fact("round", Integer.toString(file.reopened()))
        .words(words);
  }

  /** Whoever did the work does not say how content the reporter is. */
  static void mayAnswer(CaseFile file, Actor actor) {
    if (actor.isSystem() || actor.ref().equals(file.reporter())) {
      return;
    }
    actor.mustBe("登记回访", Role.DISPATCHER, Role.DUTY_OFFICER);
    if (file.assignments().wereDoneBy(actor.ref())) {
      throw new Refused("案件" + file.number() + "是您处置的，要由其他人回访。");
    }
  }

  private static void refuse(CaseFile file, VisitAnswer said) {
    throw new Refused("案件" + file.number() + "已经评价过：" + said.chinese() + "。如有新情况，请直接再发一句话上报。");
  }
}
