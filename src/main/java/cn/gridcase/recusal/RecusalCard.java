package cn.gridcase.recusal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 本人回避: why, and 确认回避, for it cannot be undone. */
@ApplicationScoped
class RecusalCard implements CardAction<RecusalCard.Button> {
  static final String CARD = "recusal";
  static final String REASON = "reason";

  /** No reason reads like this. */
  static final String OTHER = "*";

  enum Button {
    RECUSE,
    STAY
  }

  private final RecusalDesk desk;

  @Inject
  RecusalCard(RecusalDesk desk) {
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
    CaseNumber number = CaseNumber.in(press.subject()).orElseThrow();
    switch (button) {
      case RECUSE -> {
        String reason = press.chosenFor(REASON);
        if (reason.equals(OTHER)) {
          return Reply.repaint(desk.write(number, press.presser(), press.now()));
        }
        desk.standBack(number, reason, press.presser(), press.now());
      }
      case STAY -> desk.stay(number, press.presser(), press.now());
    }
    // All their cards of the case have been repainted, this one included.
    return Reply.nothing();
  }
}
