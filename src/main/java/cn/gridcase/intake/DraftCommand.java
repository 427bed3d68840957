package cn.gridcase.intake;

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

/**
 * Who began a report after they were asked for something else shows photos and places for the
 * report; and who is in the middle of one goes on with it, whatever their cases wait for.
 */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED + 3)
class DraftCommand implements ChatCommand {
  /** As long as this after its beginning, people are in the middle of a report. */
  private static final Duration MIDDLE = Duration.ofMinutes(15);

  private final Drafts drafts;
  private final ReportCommand report;

  @Inject
  DraftCommand(Drafts drafts, ReportCommand report) {
    this.drafts = drafts;
    this.report = report;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return said.expectation().isFree() && isInTheMiddle(said.speaker(), said.now())
        ? report.hear(said)
        : Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return isOfReport(photo.speaker(), photo.expectation(), photo.now())
        ? report.see(photo)
        : Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPlace place) {
    return isOfReport(place.speaker(), place.expectation(), place.now())
        ? report.see(place)
        : Optional.empty();
  }

  private boolean isOfReport(Person person, Expectation expectation, Instant now) {
    return expectation.isFree()
        ? isInTheMiddle(person, now)
        : drafts.isBegunSince(person.userid(), expectation.since());
  }

  private boolean isInTheMiddle(Person person, Instant now) {
    return drafts.isBegunSince(person.userid(), now.minus(MIDDLE));
  }
}
