package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Sample;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.HeldCards;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The nearest verifiers get a card, then all who may; once one has verified, all cards say who. */
@ApplicationScoped
class VerificationNotice {
  private final SentCards sent;
  private final HeldCards held;
  private final Verifiers verifiers;
  private final VerificationFile rules;
  private final VerificationFaces faces;
  private final Waits waits;
  private final CalendarFile calendars;
  private final Outbox outbox;
  private final Sampling sampling;

  @Inject
  VerificationNotice(
      SentCards sent,
      HeldCards held,
      Verifiers verifiers,
      VerificationFile rules,
      VerificationFaces faces,
      Waits waits,
      CalendarFile calendars,
      Outbox outbox,
      Sampling sampling) {
    this.sampling = sampling;
    this.sent = sent;
    this.held = held;
    this.verifiers = verifiers;
    this.rules = rules;
    this.faces = faces;
    this.waits = waits;
    this.calendars = calendars;
    this.outbox = outbox;
  }

  void on(@Observes @Priority(40) CaseMoved moved) {
    CaseFile file = moved.file();
    if (isToBeVerified(moved)) {
      askNearest(file, moved.now());
    }
    if (moved.left(Stage.VERIFICATION)) {
      waits.end(file.number());
      sampling.end(file);
      sent.repaint(VerificationCard.CARD, file.number().text(), faces.settled(moved));
    }
  }

  /** What a community handled itself waits for its draw first. */
  private boolean isToBeVerified(CaseMoved moved) {
    if (moved.move() instanceof Sample && moved.to() == Stage.VERIFICATION) {
      sampling.end(moved.file());
      return true;
    }
    return moved.arrivedAt(Stage.VERIFICATION) && !sampling.begins(moved);
  }

  private void askNearest(CaseFile file, Instant now) {
    List<Person> may = verifiers.of(file);
    List<Person> first = verifiers.nearest(file);
    ask(first, file, now);
    if (first.size() < may.size()) {
      waits.begin(file.number(), calendars.inForce().due(now, rules.inForce().widen()).at());
    }
    if (may.isEmpty()) {
      raiseAlarm(file, now);
    }
  }

  /** The nearest have let it lie: all who hold no card yet get one. */
  void widen(CaseFile file, Instant now) {
    Set<String> holders =
        held.holders(VerificationCard.CARD).getOrDefault(file.number().text(), Set.of());
    ask(
        verifiers.of(file).stream().filter(each -> !holders.contains(each.userid())).toList(),
        file,
        now);
  }

  private void ask(List<Person> people, CaseFile file, Instant now) {
    String number = file.number().text();
    var face = faces.asking(file);
    people.forEach(each -> sent.send(each.userid(), VerificationCard.CARD, number, face, now));
  }

  /** A case must not wait for nobody. */
  private void raiseAlarm(CaseFile file, Instant now) {
    String number = file.number().text();
    String alarm = "案件" + number + "等待核查，但核查员都参与过处置或者要回避。请在花名册里增加一名核查员，再由其回复：通过 " + number;
    verifiers
        .inCharge()
        .forEach(each -> outbox.post(NewMessage.text(each.userid(), number, alarm, now)));
  }
}
