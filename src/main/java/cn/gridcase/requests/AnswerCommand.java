package cn.gridcase.requests;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Actors.Question;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.Expectation;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import cn.gridcase.chat.ShownPlace;
import cn.gridcase.roster.Person;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 补充: the next free words, photo or place of a reporter who was asked, unless they have been asked
 * for something else since. Nobody touched their conversation to ask: their cases say who waits.
 */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED + 2)
class AnswerCommand implements ChatCommand {
  /** So long after they were asked for something else, people are in the middle of that. */
  private static final Duration BUSY = Duration.ofMinutes(30);

  private final Actors actors;
  private final Answers answers;
  private final Conversations conversations;

  @Inject
  AnswerCommand(Actors actors, Answers answers, Conversations conversations) {
    this.actors = actors;
    this.answers = answers;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    List<Question> asked = asked(said.speaker(), said.expectation());
    if (asked.isEmpty() || CaseLine.in(said.text()).filter(CaseLine::isDeed).isPresent()) {
      return Optional.empty();
    }
    if (said.isCourtesy()) {
      return Optional.of(Reply.line("案件" + asked.get(0).number() + "在等您补充，请直接回复一句话，或者发照片、位置。"));
    }
    return answered(asked, said.speaker(), said.text(), said.expectation(), said.now());
  }

  @Override
  public Optional<Reply> see(ShownPlace place) {
    List<Question> asked = asked(place.speaker(), place.expectation());
    return answered(asked, place.speaker(), place.said(), place.expectation(), place.now());
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    List<Question> asked = asked(photo.speaker(), photo.expectation());
    if (!asked.isEmpty()) {
      answers.shown(photo.speaker(), photo.mediaId(), photo.now());
    }
    return answered(asked, photo.speaker(), "", photo.expectation(), photo.now());
  }

  private List<Question> asked(Person person, Expectation expectation) {
    return actors.questionsTo(person).stream()
        .filter(
            question ->
                expectation.isFree() || question.at().isAfter(expectation.since().plus(BUSY)))
        .toList();
  }

  private Optional<Reply> answered(
      List<Question> asked, Person person, String words, Expectation expectation, Instant now) {
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (asked.size() > 1) {
      answers.collect(asked, person, words, now);
      return Optional.of(Reply.line("有" + asked.size() + "件案件等您补充，请在马上发给您的卡片上选是哪一件。"));
    }
    CaseNumber number = asked.get(0).number();
    answers.give(number, person, words, now);
    if (expectation.isFree()) {
      conversations.expect(person.userid(), Expectation.MORE, number.text(), now);
    }
    return Optional.of(Reply.line(given(number)));
  }

  static String given(CaseNumber number) {
    return "谢谢，已作为案件" + number + "的补充转给处置单位。要上报新的情况，请以“上报”开头。";
  }
}
