package cn.gridcase.whistle;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.EndWhistle;
import cn.gridcase.cases.RateUnit;
import cn.gridcase.cases.RateWhistle;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Once a whistle has ended, each side is asked about the other, once. Nobody is written to because
 * they were silent.
 */
@ApplicationScoped
class RatingNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final RatingFaces faces;
  private final Actors actors;

  @Inject
  RatingNotice(SentCards sent, RosterFile roster, RatingFaces faces, Actors actors) {
    this.sent = sent;
    this.roster = roster;
    this.faces = faces;
    this.actors = actors;
  }

  void on(@Observes @Priority(33) CaseMoved moved) {
    if (moved.move() instanceof EndWhistle) {
      ask(moved.file(), moved.file().assignments().whistles().last().orElseThrow(), moved.now());
    }
    if (moved.move() instanceof RateUnit rated) {
      close(
          moved, rated.round(), UnitRatingCard.CARD, rated.unit().code(), rated.grade().chinese());
    }
    if (moved.move() instanceof RateWhistle rated) {
      String unit = moved.actor().person().unit().orElseThrow();
      close(moved, rated.round(), WhistleRatingCard.CARD, unit, rated.grade().chinese());
    }
  }

  private void ask(CaseFile file, Whistle whistle, Instant now) {
    String blower = actors.blower(whistle);
    if (roster.inForce().person(blower).isPresent()) {
      whistle.calls().stream()
          .filter(WhistleCall::isRated)
          .forEach(
              call ->
                  sent.send(
                      blower,
                      UnitRatingCard.CARD,
                      subject(file, whistle.round(), call.unit()),
                      faces.unit(file, whistle, call),
                      now));
    }
    whistle.calls().stream()
        .filter(WhistleCall::isAsked)
        .forEach(call -> askUnit(file, whistle, call.unit(), now));
  }

  private void askUnit(CaseFile file, Whistle whistle, String unit, Instant now) {
    roster
        .inForce()
        .membersOf(unit)
        .forEach(
            each ->
                sent.send(
                    each.userid(),
                    WhistleRatingCard.CARD,
                    subject(file, whistle.round(), unit),
                    faces.whistle(file, whistle),
                    now));
  }

  /** Nobody is shown who of a unit answered. */
  private void close(CaseMoved moved, int round, String card, String unit, String answer) {
    CaseFile file = moved.file();
    String title =
        card.equals(UnitRatingCard.CARD)
            ? "评价" + roster.inForce().nameOf(unit)
            : "评哨 " + file.number();
    sent.repaint(
        card,
        subject(file, round, unit),
        faces.closed(file, whistle(moved, round), title, "已评：" + answer, moved.now()));
  }

  private static Whistle whistle(CaseMoved moved, int round) {
    return moved.file().assignments().whistles().all().get(round - 1);
  }

  private static String subject(CaseFile file, int round, String unit) {
    return new CalledSubject(file.number(), round, unit).text();
  }
}
