package cn.gridcase.disposal;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.SentCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 新任务: 签收; after a failed verification 开始返工. */
@ApplicationScoped
class AssignmentCard implements CardAction<AssignmentCard.Button> {
  static final String CARD = "assignment";

  enum Button {
    SIGN,
    REWORK
  }

  private final Disposal disposal;
  private final DisposalFaces faces;
  private final SentCards sent;

  @Inject
  AssignmentCard(Disposal disposal, DisposalFaces faces, SentCards sent) {
    this.disposal = disposal;
    this.faces = faces;
    this.sent = sent;
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
      case SIGN -> disposal.sign(number, press.presser(), press.now());
      case REWORK -> {
        CaseFile file = disposal.takeUpAgain(number, press.presser(), press.now());
        sent.repaint(CARD, number.text(), faces.taken(file, press.presser().name(), press.now()));
      }
    }
    // Every card of the unit for this case has been repainted, this one included.
    return Reply.nothing();
  }
}
