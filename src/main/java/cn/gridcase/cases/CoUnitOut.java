package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 协办退出: a co-unit has its share no more; the lead and the dispatchers see to it that somebody else
 * does it, or nobody.
 *
 * @param unit its code
 * @param reason what they read
 */
public record CoUnitOut(String unit, ReturnToDispatch.Why why, String reason) implements Move {
  static final String TERM = "协办退出";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment share = ofWhoMay(file, actor);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (share.isLead() || !share.isOpen()) {
      throw new Refused("案件" + file.number() + "的协办已经完成，不用退出。");
    }
    return Change.to(Stage.DISPOSAL)
        .fact("unit", unit)
        .fact("why", why.name())
        .words(reason)
        .effect(its -> share.end(now))
        .effect(its -> its.assignments().whistles().leave(unit, whyNot()));
  }

  /** Whoever sends its share back will not come. */
  private WhistleCall.Out whyNot() {
    return why == ReturnToDispatch.Why.SENT_BACK ? WhistleCall.Out.REFUSED : WhistleCall.Out.LOST;
  }

  private Assignment ofWhoMay(CaseFile file, Actor actor) {
    if (why != ReturnToDispatch.Why.SENT_BACK) {
      return ofSystem(file, actor);
    }
    Assignment share = file.assignmentOf(actor, "回退");
    if (reason.isBlank()) {
      throw new Refused("请写明退回的原因，例如：回退 " + file.number() + " 不是本单位的职责");
    }
    return share;
  }

  private Assignment ofSystem(CaseFile file, Actor actor) {
    if (!actor.isSystem()) {
      throw new Refused("案件" + file.number() + "不能这样退出协办。");
    }
    return file.assignments()
        .of(unit)
        .orElseThrow(() -> new Refused("案件" + file.number() + "不在这个单位，不用退出协办。"));
  }
}
