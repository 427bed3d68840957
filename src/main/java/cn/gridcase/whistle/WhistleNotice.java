package cn.gridcase.whistle;

import cn.gridcase.cases.Arrive;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.BlowWhistle;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.EndWhistle;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.cases.Waive;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.cases.Whistles;
import cn.gridcase.chat.HeldCards;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Duty;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 吹哨: the units hear that they are called, whoever waits hears who has come, and all hear the end.
 */
@ApplicationScoped
class WhistleNotice {
  /** Who comes within this is told together. */
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  private final SentCards sent;
  private final HeldCards held;
  private final RosterFile roster;
  private final Duty duty;
  private final WhistleFaces faces;
  private final AskingFaces asking;
  private final News news;
  private final NewsTexts texts;

  @Inject
  WhistleNotice(
      SentCards sent,
      HeldCards held,
      RosterFile roster,
      Duty duty,
      WhistleFaces faces,
      AskingFaces asking,
      News news,
      NewsTexts texts) {
    this.sent = sent;
    this.held = held;
    this.roster = roster;
    this.duty = duty;
    this.faces = faces;
    this.asking = asking;
    this.news = news;
    this.texts = texts;
  }

  void on(@Observes @Priority(32) CaseMoved moved) {
    CaseFile file = moved.file();
    if (moved.left(Stage.DISPOSAL) || moved.move() instanceof RaiseToDistrict) {
      file.assignments().whistles().stopped(moved.now()).ifPresent(it -> stopped(moved, it));
    }
    if (moved.move() instanceof EndWhistle) {
      Whistle whistle = file.assignments().whistles().last().orElseThrow();
      over(moved, whistle, "已由" + moved.actorName() + "收哨");
    }
    file.assignments().whistles().open().ifPresent(whistle -> on(moved, whistle));
  }

  private void on(CaseMoved moved, Whistle whistle) {
    if (moved.move() instanceof BlowWhistle) {
      sent.repaint(AskingCard.CARD, moved.file().number().text(), asking.blown(moved));
      whistle.calls().forEach(call -> call(moved, whistle, call));
    }
    if (moved.move() instanceof Arrive) {
      arrived(moved, whistle);
    }
    if (moved.move() instanceof CoUnitOut out) {
      away(moved, whistle, out.unit(), "已退出协办，不用到场");
      if (whistle.callOf(out.unit()).isPresent()) {
        texts.refused(moved.file(), whistle, out.unit(), out.reason(), moved.now());
      }
    }
    if (moved.move() instanceof Waive waived) {
      away(moved, whistle, waived.unit().code(), "已由" + moved.actorName() + "免除，不用到场");
    }
    if (moved.move() instanceof SubmitResult) {
      moved
          .actor()
          .person()
          .unit()
          .ifPresent(unit -> away(moved, whistle, unit, "已由" + moved.actorName() + "提交"));
    }
  }

  /** Whoever is on duty; all of a unit that works on it already, for those may not be. */
  private void call(CaseMoved moved, Whistle whistle, WhistleCall call) {
    CaseFile file = moved.file();
    boolean isAtWork = file.assignments().of(call.unit()).filter(Assignment::isSigned).isPresent();
    List<Person> whom =
        isAtWork ? roster.inForce().membersOf(call.unit()) : duty.onDuty(call.unit(), moved.now());
    var face = faces.called(file, whistle, call);
    whom.forEach(
        each ->
            sent.send(
                each.userid(),
                CalledCard.CARD,
                subject(file, whistle, call.unit()),
                face,
                moved.now()));
  }

  private void arrived(CaseMoved moved, Whistle whistle) {
    CaseFile file = moved.file();
    Person person = moved.actor().person();
    String unit = person.unit().orElseThrow();
    repaint(moved, whistle, unit, "已由" + moved.actorName() + "报到场");
    if (isLead(file, unit)) {
      sendEnding(file, whistle, List.of(person), moved.now());
    }
    if (Whistles.isAwaiting(file)) {
      news.tellAt(file.number(), moved.now().plus(TOGETHER));
    } else {
      news.take(file.number());
      texts.tell(file, whistle, moved.now());
    }
  }

  /** Nothing more is awaited of a unit; with the last of them the lead may end it. */
  private void away(CaseMoved moved, Whistle whistle, String unit, String why) {
    CaseFile file = moved.file();
    repaint(moved, whistle, unit, why);
    boolean isLast =
        file.assignments().openCoUnits().stream()
            .noneMatch(share -> whistle.callOf(share.unit()).isPresent());
    if (isLast && !held.isHeld(EndingCard.CARD, file.number().text())) {
      String lead = file.assignment().map(Assignment::unit).orElseThrow();
      sendEnding(file, whistle, roster.inForce().membersOf(lead), moved.now());
    }
  }

  private void sendEnding(CaseFile file, Whistle whistle, List<Person> whom, Instant now) {
    var face = faces.ending(file, whistle);
    whom.forEach(
        each -> sent.send(each.userid(), EndingCard.CARD, file.number().text(), face, now));
  }

  private void stopped(CaseMoved moved, Whistle whistle) {
    over(moved, whistle, "哨已中止，现为" + moved.to().chinese());
    texts.stopped(moved.file(), whistle, moved.actor().person(), moved.now());
  }

  private void over(CaseMoved moved, Whistle whistle, String why) {
    CaseFile file = moved.file();
    news.take(file.number());
    whistle.calls().forEach(call -> repaint(moved, whistle, call.unit(), why));
    sent.repaint(EndingCard.CARD, file.number().text(), faces.ended(file, why, moved.now()));
  }

  private void repaint(CaseMoved moved, Whistle whistle, String unit, String why) {
    sent.repaint(
        CalledCard.CARD,
        subject(moved.file(), whistle, unit),
        faces.over(moved.file(), whistle, why, moved.now()));
  }

  private static boolean isLead(CaseFile file, String unit) {
    return file.assignment().map(Assignment::unit).equals(Optional.of(unit));
  }

  private static String subject(CaseFile file, Whistle whistle, String unit) {
    return new CalledSubject(file.number(), whistle.round(), unit).text();
  }
}
