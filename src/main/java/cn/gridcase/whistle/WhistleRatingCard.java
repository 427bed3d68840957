package cn.gridcase.whistle;

import cn.gridcase.cases.WhistleGrade;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 评哨: a unit that was called says whether that was needed. */
@ApplicationScoped
class WhistleRatingCard implements CardAction<WhistleRatingCard.Button> {
  static final String CARD = "whistle-rating";

  enum Button {
    RIGHT,
    NEEDLESS,
    WRONG
  }

  private final RatingDesk desk;

  @Inject
  WhistleRatingCard(RatingDesk desk) {
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
    WhistleGrade grade =
        switch (button) {
          case RIGHT -> WhistleGrade.RIGHT;
          case NEEDLESS -> WhistleGrade.NEEDLESS;
          case WRONG -> WhistleGrade.WRONG;
        };
    CalledSubject subject = CalledSubject.in(press.subject());
    desk.rate(subject.number(), subject.round(), grade, press.presser(), press.now());
    // RatingNotice has repainted all cards of the unit, this one included.
    return Reply.nothing();
  }
}
