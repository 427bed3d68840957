package cn.gridcase.verification;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 待核查: 通过, 不通过. */
@ApplicationScoped
class VerificationCard implements CardAction<VerificationCard.Button> {
  static final String CARD = "verification";
  static final String REASON = "reason";

  enum Button {
    PASS,
    FAIL
  }

  private final VerificationDesk desk;

  @Inject
  VerificationCard(VerificationDesk desk) {
    this.desk = desk;
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
  public Reply press(Button button, Press press) {
    var number = new CaseNumber(press.subject());
    switch (button) {
      case PASS -> desk.pass(number, press.presser(), press.now());
      case FAIL -> desk.fail(number, press.chosenFor(REASON), press.presser(), press.now());
    }
    // VerificationNotice has repainted every verifier's card, this one included.
    return Reply.nothing();
  }
}
