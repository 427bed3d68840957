package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.SentCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 增派协办: which unit is to help a case that is worked on, or that nobody need. */
@ApplicationScoped
class AdditionCard implements CardAction<AdditionCard.Button> {
  static final String CARD = "addition";
  static final String UNIT = "unit";

  enum Button {
    ADD,
    LEAVE
  }

  private final DispatchDesk desk;
  private final Additions additions;
  private final SentCards sent;

  @Inject
  AdditionCard(DispatchDesk desk, Additions additions, SentCards sent) {
    this.desk = desk;
    this.additions = additions;
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
    if (button == Button.LEAVE) {
      String who = press.presser().name();
      sent.repaint(CARD, press.subject(), additions.over(number, "已由" + who + "决定不再增派"));
      return Reply.nothing();
    }
    String chosen = press.chosenFor(UNIT);
    Optional<Integer> page = OptionPages.asked(chosen);
    if (page.isPresent()) {
      return Reply.repaint(additions.asking(number, page.get(), press.now()));
    }
    desk.add(number, desk.unit(chosen), press.presser(), press.now());
    // The notice has repainted every dispatcher's card, this one included.
    return Reply.nothing();
  }
}
