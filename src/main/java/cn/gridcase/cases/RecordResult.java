package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/**
 * 区级结果: what the district did, written down by the command centre, is the result of the case and
 * goes to verification like any other. Whoever wrote it down does not verify it.
 *
 * @param account what the district says it did
 */
public record RecordResult(Outcome outcome, String account) implements Move {
  @Override
  public String chinese() {
    return SubmitResult.TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = DistrictWord.heldBy(file, actor, "写区级结果");
    if (account.isBlank()) {
      throw new Refused(
          "请写明区里怎么处理的，例如：区级结果 " + file.number() + " " + outcome.name() + " 区里已派人处理完毕");
    }
    return Change.to(Stage.VERIFICATION)
        .fact("unit", assignment.unit())
        .fact("outcome", outcome.code())
        .fact("photos", "0")
        .fact("for", "district")
        .words(account)
        .effect(done -> done.result(assignment, outcome, actor.ref(), now));
  }
}
