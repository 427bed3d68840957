package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RecusalWanted;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** 更多: 回退, 转办, 免除协办, 本人回避, each with a reason that is chosen or written. */
@ApplicationScoped
class MoreCard implements CardAction<MoreCard.Button> {
  static final String CARD = "more";
  static final String DEED = "deed";
  private static final String WHY = "why";

  /** No reason reads like this. */
  static final String OTHER = "*";

  enum Button {
    NEXT,
    DO,
    BACK
  }

  private final More more;
  private final Event<RecusalWanted> recusal;

  @Inject
  MoreCard(More more, Event<RecusalWanted> recusal) {
    this.more = more;
    this.recusal = recusal;
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
    return switch (button) {
      case NEXT -> next(number, press);
      case DO -> done(number, press);
      case BACK -> Reply.repaint(more.choosing(number, 0, press.presser()));
    };
  }

  private Reply next(CaseNumber number, Press press) {
    String chosen = press.chosenFor(DEED);
    Optional<Integer> page = OptionPages.asked(chosen);
    if (page.isPresent()) {
      return Reply.repaint(more.choosing(number, page.get(), press.presser()));
    }
    var wanted = Wanted.in(chosen);
    if (wanted.deed() == Wanted.Deed.RECUSE) {
      recusal.fire(new RecusalWanted(number, press.presser(), press.now()));
      more.over(number, press.presser(), "请在下一张卡片上确认");
      return Reply.nothing();
    }
    return Reply.repaint(more.askingWhy(number, wanted));
  }

  /** Each deed asks why under a key of its own: what was chosen for another must not stick. */
  static String why(Wanted wanted) {
    return WHY + Integer.toHexString(wanted.id().hashCode());
  }

  private static String whyIn(Press press) {
    return press.chosen().keySet().stream()
        .filter(key -> key.startsWith(WHY))
        .findFirst()
        .map(press::chosenFor)
        .orElseGet(() -> press.chosenFor(WHY));
  }

  private Reply done(CaseNumber number, Press press) {
    String chosen = whyIn(press);
    var wanted = Wanted.in(chosen);
    String reason = Wanted.reasonIn(chosen);
    if (reason.equals(OTHER)) {
      return Reply.repaint(more.writing(number, wanted, press.presser(), press.now()));
    }
    more.make(number, wanted, reason, press.presser(), press.now());
    return Reply.nothing();
  }
}
