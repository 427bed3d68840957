package cn.gridcase.whistle;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 收哨: the lead's card; the summary is one's next words. */
@ApplicationScoped
class EndingCard implements CardAction<EndingCard.Button> {
  static final String CARD = "whistle-ending";

  enum Button {
    END
  }

  private final Endings endings;

  @Inject
  EndingCard(Endings endings) {
    this.endings = endings;
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
  public Reply press(Button end, Press press) {
    return Reply.repaint(
        endings.asked(new CaseNumber(press.subject()), press.presser(), press.now()));
  }
}
