package cn.gridcase.requests;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.Supplement;
import cn.gridcase.chat.ChatCommand;
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
import java.util.Optional;

/** A photo and then a sentence, or the other way round: for a while both belong to the answer. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class FurtherAnswerCommand implements ChatCommand {
  private static final Duration WHILE = Duration.ofMinutes(5);

  private final Answers answers;
  private final Foresight foresight;

  @Inject
  FurtherAnswerCommand(Answers answers, Foresight foresight) {
    this.answers = answers;
    this.foresight = foresight;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return expected(said.expectation(), said.speaker(), said.now())
        .map(number -> given(number, said.speaker(), said.text(), said.now()));
  }

  @Override
  public Optional<Reply> see(ShownPlace place) {
    return expected(place.expectation(), place.speaker(), place.now())
        .map(number -> given(number, place.speaker(), place.said(), place.now()));
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return expected(photo.expectation(), photo.speaker(), photo.now())
        .map(
            number -> {
              answers.shown(photo.speaker(), photo.mediaId(), photo.now());
              return given(number, photo.speaker(), "", photo.now());
            });
  }

  private Reply given(CaseNumber number, Person person, String words, Instant now) {
    answers.give(number, person, words, now);
    return Reply.line(AnswerCommand.given(number));
  }

  private Optional<CaseNumber> expected(Expectation expectation, Person person, Instant now) {
    return Optional.of(expectation)
        .filter(each -> each.is(Expectation.MORE) && now.isBefore(each.since().plus(WHILE)))
        .map(each -> new CaseNumber(each.subject()))
        .filter(number -> foresight.refusal(number, new Supplement("", 1), person, now).isEmpty());
  }
}
