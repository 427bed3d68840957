package cn.gridcase.verification;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 待核查: 通过, 不通过. */
@ApplicationScoped
class VerificationCard implements CardAction {
  static final String CARD = "verification";
  static final String PASS = "pass";
  static final String FAIL = "fail";
  static final String REASON = "reason";

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
  public Reply press(Press press) {
    var number = new CaseNumber(press.subject());
    switch (press.button()) {
      case PASS -> desk.pass(number, press.presser(), press.now());
      case FAIL -> desk.fail(number, press.choice(REASON).orElse(""), press.presser(), press.now());
      default -> throw new IllegalStateException("no such button: " + press.button());
    }
    // VerificationNotice has repainted every verifier's card, this one included.
    return Reply.nothing();
  }
}
