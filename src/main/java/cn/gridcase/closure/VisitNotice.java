package cn.gridcase.closure;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Close;
import cn.gridcase.cases.Fail;
import cn.gridcase.cases.HistoryLine;
import cn.gridcase.cases.Pass;
import cn.gridcase.cases.Reopen;
import cn.gridcase.cases.Visit;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer is noted; whoever is not content even after 重办 is heard by those in charge. */
@ApplicationScoped
class VisitNotice {
  /** What a reader has to know of how it came to this. */
  private static final Set<String> TURNS =
      Set.of(Pass.TERM, Fail.TERM, Close.TERM, Visit.TERM, Reopen.TERM);

  private final Visits visits;
  private final VisitFaces faces;
  private final CaseFiles caseFiles;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final SentCards sent;
  private final Outbox outbox;

  @Inject
  VisitNotice(
      Visits visits,
      VisitFaces faces,
      CaseFiles caseFiles,
      CalendarFile calendars,
      RosterFile roster,
      SentCards sent,
      Outbox outbox) {
    this.visits = visits;
    this.faces = faces;
    this.caseFiles = caseFiles;
    this.calendars = calendars;
    this.roster = roster;
    this.sent = sent;
    this.outbox = outbox;
  }

  void on(@Observes @Priority(52) CaseMoved moved) {
    if (moved.move() instanceof Visit visit) {
      CaseFile file = moved.file();
      visits.answered(file, visit.answer(), moved.now());
      if (visit.answer().isSaid()) {
        // Nobody is written to because they were silent, or could not be reached.
        sent.repaint(VisitCard.CARD, file.number().text(), faces.answered(moved, visit.answer()));
      }
      if (visit.answer() == VisitAnswer.DISCONTENT && file.reopened() > 0) {
        tellThoseInCharge(moved, visit);
      }
    }
  }

  private void tellThoseInCharge(CaseMoved moved, Visit visit) {
    CaseFile file = moved.file();
    String unit = file.assignment().map(Assignment::unit).orElseThrow();
    Roster people = roster.inForce();
    String reason = visit.words().isEmpty() ? "没有说明原因" : visit.words();
    String text =
        "案件%s重办后上报人仍不满意：%s\n处置单位：%s\n%s\n请了解情况并答复上报人。"
            .formatted(file.number(), reason, people.nameOf(unit), howItCame(file));
    Stream.of(people.with(Role.DUTY_OFFICER), people.with(Role.UNIT_LEADER, unit))
        .flatMap(each -> each.stream())
        .distinct()
        .map(each -> NewMessage.text(each.userid(), file.number().text(), text, moved.now()))
        .forEach(outbox::post);
  }

  private String howItCame(CaseFile file) {
    return caseFiles.history(file).stream()
        .filter(line -> TURNS.contains(line.move()))
        .map(this::said)
        .collect(Collectors.joining("\n"));
  }

  private String said(HistoryLine line) {
    return calendars.inForce().said(line.at()) + " " + line.move();
  }
}
