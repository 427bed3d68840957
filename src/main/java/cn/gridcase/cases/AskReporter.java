package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * 请上报人补充: the unit cannot go on without an answer, so its clock stands still, for a limited time.
 *
 * @param question the reporter reads it
 */
public record AskReporter(String question, Approvals.Supplement rules, WorkCalendar calendar)
    implements Move {
  public static final String TERM = "请上报人补充";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    file.assignmentOf(actor, TERM);
    file.mustBeIn(Stage.DISPOSAL, TERM);
    if (question.isBlank()) {
      throw new Refused("请写明要上报人补充什么，例如：请补充 " + file.number() + " 具体是哪个门口？");
    }
    if (file.clock().isPaused()) {
      throw new Refused("案件" + file.number() + "已经停止计时，请等恢复以后再问。");
    }
    if (file.clock().ledger().count(LedgerKind.REPORTER) >= rules.times()) {
      throw new Refused("案件" + file.number() + "已经请上报人补充过" + rules.times() + "次，不能再停止计时等补充。");
    }
    Instant until = calendar.due(now, rules.limit()).at();
    return Change.to(Stage.DISPOSAL)
        .words(question)
        .effect(
            asked ->
                asked.clock().ledger().pause(asked, LedgerKind.REPORTER, now, Optional.of(until)));
  }
}
