package cn.gridcase.whistle;

import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 被叫到场: one tap says that they are there. */
@ApplicationScoped
class CalledCard implements CardAction<CalledCard.Button> {
  static final String CARD = "whistle-called";

  enum Button {
    ARRIVE
  }

  private final Arrivals arrivals;

  @Inject
  CalledCard(Arrivals arrivals) {
    this.arrivals = arrivals;
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
  public Reply press(Button arrive, Press press) {
    CalledSubject subject = CalledSubject.in(press.subject());
    // WhistleNotice repaints all cards of the unit, this one included; the rest is said.
    return Reply.line(arrivals.said(subject.number(), press.presser(), press.now()));
  }
}
