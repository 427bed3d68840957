package cn.gridcase.requests;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 补充哪一件: a reporter whom several cases ask says which one they have answered. */
@ApplicationScoped
class AnswerCard implements CardAction<AnswerCard.Button> {
  static final String CARD = "answer";
  static final String CASE = "case";

  enum Button {
    GIVE,
    DROP
  }

  private final Answers answers;

  @Inject
  AnswerCard(Answers answers) {
    this.answers = answers;
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
      case GIVE ->
          answers.give(new CaseNumber(press.chosenFor(CASE)), press.presser(), "", press.now());
      case DROP -> answers.drop(press.presser(), press.now());
    }
    return Reply.nothing();
  }
}
