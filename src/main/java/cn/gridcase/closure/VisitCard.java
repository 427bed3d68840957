package cn.gridcase.closure;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 回访: 满意, 基本满意, 不满意, pressed by the reporter. */
@ApplicationScoped
class VisitCard implements CardAction<VisitCard.Button> {
  static final String CARD = "visit";
  static final String REASON = "reason";

  /** 不说明原因: nobody has to say why. */
  static final String NO_REASON = "-";

  enum Button {
    CONTENT,
    FAIR,
    DISCONTENT
  }

  private final VisitDesk desk;

  @Inject
  VisitCard(VisitDesk desk) {
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
    switch (button) {
      case CONTENT -> answer(press, VisitAnswer.CONTENT, "");
      case FAIR -> answer(press, VisitAnswer.FAIR, "");
      case DISCONTENT -> answer(press, VisitAnswer.DISCONTENT, reason(press));
    }
    // VisitNotice has repainted the card.
    return Reply.nothing();
  }

  private static String reason(Press press) {
    return press.choice(REASON).filter(chosen -> !chosen.equals(NO_REASON)).orElse("");
  }

  private void answer(Press press, VisitAnswer answer, String words) {
    desk.answer(new CaseNumber(press.subject()), answer, words, press.presser(), press.now());
  }
}
