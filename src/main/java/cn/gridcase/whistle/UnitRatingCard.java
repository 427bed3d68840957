package cn.gridcase.whistle;

import cn.gridcase.cases.UnitGrade;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 到场评价: whoever blew says how one unit came and worked. */
@ApplicationScoped
class UnitRatingCard implements CardAction<UnitRatingCard.Button> {
  static final String CARD = "whistle-unit-rating";

  enum Button {
    GOOD,
    FAIR,
    POOR
  }

  private final RatingDesk desk;

  @Inject
  UnitRatingCard(RatingDesk desk) {
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
    UnitGrade grade =
        switch (button) {
          case GOOD -> UnitGrade.GOOD;
          case FAIR -> UnitGrade.FAIR;
          case POOR -> UnitGrade.POOR;
        };
    desk.rate(CalledSubject.in(press.subject()), grade, press.presser(), press.now());
    // RatingNotice has repainted the card.
    return Reply.nothing();
  }
}
