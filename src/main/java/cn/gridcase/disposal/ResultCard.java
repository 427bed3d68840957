package cn.gridcase.disposal;

import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 提交结果: an outcome is chosen and the account handed in. */
@ApplicationScoped
class ResultCard implements CardAction {
  static final String CARD = "result";
  static final String OUTCOME = "outcome";
  static final String SUBMIT = "submit";

  private final Disposal disposal;
  private final OutcomesFile outcomes;

  @Inject
  ResultCard(Disposal disposal, OutcomesFile outcomes) {
    this.disposal = disposal;
    this.outcomes = outcomes;
  }

  @Override
  public String card() {
    return CARD;
  }

  @Override
  public Reply press(Press press) {
    Outcome outcome = press.choice(OUTCOME).flatMap(outcomes.inForce()::named).orElseThrow();
    disposal.submit(Disposal.numberIn(press.subject()), outcome, press.presser(), press.now());
    return Reply.nothing();
  }
}
