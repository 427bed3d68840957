package cn.gridcase.disposal;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RequestWanted;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.SentCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** 新任务: 签收; after a failed verification 开始返工; while it is worked on, 申请延期或挂账, 上交; always 更多. */
@ApplicationScoped
class AssignmentCard implements CardAction<AssignmentCard.Button> {
  static final String CARD = "assignment";

  enum Button {
    SIGN,
    REWORK,
    REQUEST,
    HAND_UP,
    MORE
  }

  private final Disposal disposal;
  private final DisposalFaces faces;
  private final SentCards sent;
  private final Event<RequestWanted> wanted;
  private final More more;
  private final HandingUp handingUp;

  @Inject
  AssignmentCard(
      Disposal disposal,
      DisposalFaces faces,
      SentCards sent,
      Event<RequestWanted> wanted,
      HandingUp handingUp,
      More more) {
    this.handingUp = handingUp;
    this.more = more;
    this.wanted = wanted;
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
    CaseNumber number = CardSubject.numberIn(press.subject());
    switch (button) {
      case SIGN -> {
        CaseFile file = signed(number, press);
        return Reply.repaint(faces.inHand(file, share(file, press), press.presser().name()));
      }
      case REWORK -> {
        CaseFile file = disposal.takeUpAgain(number, press.presser(), press.now());
        String who = press.presser().name();
        Assignment share = share(file, press);
        sent.repaintOthers(CARD, press.subject(), faces.taken(file, share, who, press.now()));
        return Reply.repaint(faces.inHand(file, share, who));
      }
      case MORE -> more.offer(number, press.presser(), press.now());
      case HAND_UP -> {
        CaseFile file = handingUp.expectReason(number, press.presser(), press.now());
        return Reply.repaint(faces.handingUp(file, share(file, press)));
      }
      case REQUEST -> wanted.fire(new RequestWanted(number, press.presser(), press.now()));
    }
    return Reply.nothing();
  }

  private static Assignment share(CaseFile file, Press press) {
    return file.assignments().of(CardSubject.unitIn(press.subject())).orElseThrow();
  }

  /** Only the signer's own card still takes presses once somebody has signed: a second tap. */
  private CaseFile signed(CaseNumber number, Press press) {
    return disposal.isSigned(number, press.presser())
        ? disposal.takeUpAgain(number, press.presser(), press.now())
        : disposal.sign(number, press.presser(), press.now());
  }
}
