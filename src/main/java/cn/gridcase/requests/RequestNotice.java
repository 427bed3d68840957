package cn.gridcase.requests;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Agree;
import cn.gridcase.cases.AskFor;
import cn.gridcase.cases.AskReporter;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CaseRequest;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.Resume;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.Supplement;
import cn.gridcase.cases.TurnDown;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Whoever decides is asked; the unit and the reporter hear what came of it. */
@ApplicationScoped
class RequestNotice {
  private final SentCards sent;
  private final RequestFaces faces;
  private final AskingFaces asking;
  private final Outbox outbox;
  private final RosterFile roster;
  private final Actors actors;
  private final CaseFiles caseFiles;
  private final RequestTexts texts;

  @Inject
  RequestNotice(
      SentCards sent,
      RequestFaces faces,
      AskingFaces asking,
      Outbox outbox,
      RosterFile roster,
      Actors actors,
      CaseFiles caseFiles,
      RequestTexts texts) {
    this.sent = sent;
    this.faces = faces;
    this.asking = asking;
    this.outbox = outbox;
    this.roster = roster;
    this.actors = actors;
    this.caseFiles = caseFiles;
    this.texts = texts;
  }

  void on(@Observes @Priority(45) CaseMoved moved) {
    CaseFile file = moved.file();
    if (moved.move() instanceof AskFor) {
      sent.repaint(AskingCard.CARD, file.number().text(), asking.asked(moved));
      ask(moved, Optional.empty());
    } else if (moved.move() instanceof Agree agree) {
      repaint(moved, faces.decided(moved, agree.kind(), true));
      agreed(moved, agree.kind());
    } else if (moved.move() instanceof TurnDown no) {
      repaint(moved, faces.decided(moved, no.kind(), false));
      tellUnit(texts.turnedDown(file, no), moved);
    } else if (moved.move() instanceof AskReporter ask) {
      tellReporter(texts.question(file, ask.question()), moved);
    } else if (moved.move() instanceof Supplement answer) {
      tellUnit(texts.answer(file, answer, moved.now()), moved);
    } else if (moved.move() instanceof Resume) {
      resumed(moved);
    } else if (moved.left(Stage.DISPOSAL) || moved.move() instanceof RaiseToDistrict) {
      sent.repaint(AskingCard.CARD, file.number().text(), asking.overtaken(moved));
      file.clock().requests().lapsed(moved.now()).ifPresent(request -> lapsed(moved, request));
    }
  }

  private void ask(CaseMoved moved, Optional<String> agreed) {
    String number = moved.file().number().text();
    CaseRequest request = moved.file().clock().requests().open().orElseThrow();
    Card face = faces.asking(moved.file(), request, agreed, moved.now());
    approvers(moved, request)
        .forEach(each -> sent.send(each.userid(), RequestCard.CARD, number, face, moved.now()));
  }

  private void repaint(CaseMoved moved, Card face) {
    sent.repaint(RequestCard.CARD, moved.file().number().text(), face);
  }

  /** The text says it; the cards only have to take no more presses. */
  private void lapsed(CaseMoved moved, CaseRequest request) {
    sent.replace(RequestCard.CARD, moved.file().number().text(), faces.lapsed(moved));
    String text = texts.lapsed(moved.file(), request.kind());
    tell(approvers(moved, request), text, moved);
    post(actors.asker(request), text, moved);
  }

  private void agreed(CaseMoved moved, RequestKind kind) {
    CaseFile file = moved.file();
    if (file.clock().requests().open().isPresent()) {
      ask(moved, Optional.of(moved.actorName()));
      return;
    }
    tellUnit(texts.granted(file, kind), moved);
    tellReporter(texts.forReporter(file, kind, caseFiles.requestReason(file, kind)), moved);
  }

  private void resumed(CaseMoved moved) {
    tellUnit(texts.resumed(moved.file()), moved);
    if (moved.isBySystem()) {
      tell(roster.inForce().with(Role.DISPATCHER), texts.resumed(moved.file()), moved);
    }
  }

  /** Whoever has to agree still; nobody is asked to agree to what they asked for themselves. */
  private Set<Person> approvers(CaseMoved moved, CaseRequest request) {
    String asker = actors.asker(request);
    Set<Person> approvers = new LinkedHashSet<>();
    request.awaits().stream()
        .flatMap(role -> roster.inForce().with(role, unit(moved.file())).stream())
        .filter(each -> !each.equals(moved.actor().person()) && !each.userid().equals(asker))
        .forEach(approvers::add);
    return approvers;
  }

  private void tellUnit(String text, CaseMoved moved) {
    tell(
        roster.inForce().membersOf(unit(moved.file())).stream()
            .filter(each -> !each.equals(moved.actor().person()))
            .toList(),
        text,
        moved);
  }

  private void tellReporter(String text, CaseMoved moved) {
    String reporter =
        actors.reporterOf(moved.file(), Actors.Purpose.TELL_THE_REPORTER, moved.now());
    outbox.postOwed(NewMessage.text(reporter, moved.file().number().text(), text, moved.now()));
  }

  private void tell(Collection<Person> people, String text, CaseMoved moved) {
    people.forEach(each -> post(each.userid(), text, moved));
  }

  private void post(String userid, String text, CaseMoved moved) {
    outbox.post(NewMessage.text(userid, moved.file().number().text(), text, moved.now()));
  }

  private static String unit(CaseFile file) {
    return file.assignment().orElseThrow().unit();
  }
}
