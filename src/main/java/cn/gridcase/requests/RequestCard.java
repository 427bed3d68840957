package cn.gridcase.requests;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 申请: 同意, 不同意 with a usual reason, or with one to be written. */
@ApplicationScoped
class RequestCard implements CardAction<RequestCard.Button> {
  static final String CARD = "request";
  static final String REASON = "reason";

  /** The option of those who write the reason themselves. */
  static final String OTHER = "other";

  enum Button {
    AGREE,
    TURN_DOWN
  }

  private final RequestDesk desk;

  @Inject
  RequestCard(RequestDesk desk) {
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
      case AGREE -> desk.agree(number, press.presser(), press.now());
      case TURN_DOWN -> {
        String reason = press.chosenFor(REASON);
        if (reason.equals(OTHER)) {
          return Reply.repaint(desk.write(number, press.presser(), press.now()));
        }
        desk.turnDown(number, reason, press.presser(), press.now());
      }
    }
    // RequestNotice has repainted every approver's card, this one included.
    return Reply.nothing();
  }
}
