package cn.gridcase.intake;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 待受理: a resident's report waits for 立案. */
@ApplicationScoped
class RegistrationCard implements CardAction<RegistrationCard.Button> {
  static final String CARD = "registration";

  enum Button {
    REGISTER
  }

  private final CaseFiles caseFiles;

  @Inject
  RegistrationCard(CaseFiles caseFiles) {
    this.caseFiles = caseFiles;
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
  public Reply press(Button register, Press press) {
    caseFiles.register(new CaseNumber(press.subject()), press.presser(), press.now());
    // RegistrationNotice has repainted every dispatcher's card, this one included.
    return Reply.nothing();
  }
}
