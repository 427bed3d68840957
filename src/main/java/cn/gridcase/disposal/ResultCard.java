package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 提交结果: an outcome is chosen and the account handed in. */
@ApplicationScoped
class ResultCard implements CardAction<ResultCard.Button> {
  static final String CARD = "result";
  static final String OUTCOME = "outcome";

  enum Button {
    SUBMIT
  }

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
  public Class<Button> buttons() {
    return Button.class;
  }

  @Override
  public Reply press(Button submit, Press press) {
    Outcome outcome =
        outcomes
            .inForce()
            .named(press.chosenFor(OUTCOME))
            .orElseThrow(() -> new Refused("这个处置结果已经不能选了，没有提交。请再补充一句处理情况，会收到新的卡片。"));
    disposal.submit(CardSubject.numberIn(press.subject()), outcome, press.presser(), press.now());
    return Reply.nothing();
  }
}
