package cn.gridcase.closure;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Close;
import cn.gridcase.cases.Recheck;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 待结案: 结案, 退回核查. */
@ApplicationScoped
class CloseCard implements CardAction<CloseCard.Button> {
  static final String CARD = "closure";
  static final String REASON = "reason";

  enum Button {
    CLOSE,
    RECHECK
  }

  private final CaseFiles caseFiles;

  @Inject
  CloseCard(CaseFiles caseFiles) {
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
  public Reply press(Button button, Press press) {
    var move =
        switch (button) {
          case CLOSE -> new Close();
          case RECHECK -> new Recheck(press.chosenFor(REASON));
        };
    caseFiles.change(new CaseNumber(press.subject()), move, press.presser(), press.now());
    // CloseNotice has repainted every duty officer's card, this one included.
    return Reply.nothing();
  }
}
