package cn.gridcase.disposal;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.ReturnToDispatch;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.HeldCards;
import cn.gridcase.chat.SentCard;
import cn.gridcase.chat.SentCards;
import cn.gridcase.outbox.Undeliverable;
import cn.gridcase.outbox.Undeliverables;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An assignment that did not arrive: sent once more if nobody knows, and given back to the
 * dispatchers if nobody of the unit can be reached.
 */
@ApplicationScoped
class UndeliveredWatch implements Loop {
  private static final int AT_ONCE = 500;

  private final Undeliverables undeliverables;
  private final SentCards sent;
  private final HeldCards held;
  private final CaseFiles caseFiles;
  private final DisposalFaces faces;
  private final RosterFile roster;
  private final ServiceClock clock;
  private final TriedFigures tried;

  /** Due rows of which no assignment knows: they stay, so that somebody can send them anew. */
  private final Set<Long> others = ConcurrentHashMap.newKeySet();

  @Inject
  UndeliveredWatch(
      Undeliverables undeliverables,
      SentCards sent,
      HeldCards held,
      CaseFiles caseFiles,
      DisposalFaces faces,
      RosterFile roster,
      ServiceClock clock,
      TriedFigures tried) {
    this.tried = tried;
    this.undeliverables = undeliverables;
    this.sent = sent;
    this.held = held;
    this.caseFiles = caseFiles;
    this.faces = faces;
    this.roster = roster;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "undelivered-watch";
  }

  @Override
  public void cycle() {
    List<Undeliverable> due =
        QuarkusTransaction.requiringNew().call(() -> undeliverables.open(AT_ONCE));
    others.retainAll(due.stream().map(Undeliverable::position).toList());
    due.stream().filter(each -> !others.contains(each.position())).forEach(this::takeApart);
  }

  /** One that fails must not hold up the others; it stays due. */
  private void takeApart(Undeliverable due) {
    try {
      QuarkusTransaction.requiringNew().run(() -> take(due));
    } catch (RuntimeException failure) {
      Log.errorf(failure, "undeliverable message %d stays due", due.position());
    }
  }

  private void take(Undeliverable due) {
    Optional<SentCard> assignment =
        due.cardId().flatMap(sent::find).filter(card -> card.card().equals(AssignmentCard.CARD));
    if (assignment.isEmpty()) {
      others.add(due.position());
      return;
    }
    caseFiles.changeByRule(
        CardSubject.numberIn(assignment.get().subject()),
        file -> undeliverables.take(due.position()) ? whatFollows(file, due) : Optional.empty(),
        clock.now());
  }

  private Optional<Move> whatFollows(CaseFile file, Undeliverable due) {
    // The case is locked by now, and so its cards stay as they are.
    SentCard card = due.cardId().flatMap(sent::find).orElseThrow();
    String unit = CardSubject.unitIn(card.subject());
    Optional<Assignment> share = file.assignments().of(unit).filter(Assignment::isOpen);
    if (!card.open() || file.stage() != Stage.DISPOSAL || share.isEmpty()) {
      return Optional.empty();
    }
    boolean isTaken = share.get().isSigned();
    boolean isRework = share.get().isLead() && faces.isRework(file);
    return isTaken && !isRework ? Optional.empty() : whatFollows(file, share.get(), card, due);
  }

  private Optional<Move> whatFollows(
      CaseFile file, Assignment share, SentCard card, Undeliverable due) {
    if (due.cause() == Undeliverable.Cause.UNCERTAIN && !card.again()) {
      sent.sendAgain(card, faces.again(file, share), faces.outgrown(file));
      return Optional.empty();
    }
    sent.lost(card);
    // The command centre speaks for the district, whoever of it can be reached.
    return share.isSigned()
            || share.isOfDistrict()
            || held.isHeld(card.card(), card.subject())
            || triedOthers(file, share, card)
        ? Optional.empty()
        : Optional.of(givenUp(share, reason(share.unit(), due)));
  }

  private static Move givenUp(Assignment share, String reason) {
    var why = ReturnToDispatch.Why.UNDELIVERED;
    return share.isLead()
        ? new ReturnToDispatch(why, reason)
        : new CoUnitOut(share.unit(), why, reason);
  }

  /** Those who were not on duty get the card now; false if there are none. */
  private boolean triedOthers(CaseFile file, Assignment share, SentCard lost) {
    Set<String> told = tried.by(lost, file.number(), share.unit());
    List<Person> others =
        roster.inForce().membersOf(share.unit()).stream()
            .filter(each -> !told.contains(each.userid()))
            .toList();
    Instant now = clock.now();
    Card face = faces.assigned(file, share);
    others.forEach(each -> sent.send(each.userid(), lost.card(), lost.subject(), face, now));
    return !others.isEmpty();
  }

  private String reason(String code, Undeliverable due) {
    String unit = roster.inForce().nameOf(code);
    String who = roster.inForce().person(due.recipient()).map(Person::name).orElse("处置人员");
    return "%s没有人收到任务，%s：%s".formatted(unit, who, due.reason());
  }
}
