package cn.gridcase.disposal;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.cases.Waive;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;

/** Once a unit owes nothing any more, its cards say so. */
@ApplicationScoped
class WithdrawalNotice {
  private final SentCards sent;
  private final RosterFile roster;
  private final DisposalFaces faces;
  private final MoreFaces more;

  @Inject
  WithdrawalNotice(SentCards sent, RosterFile roster, DisposalFaces faces, MoreFaces more) {
    this.more = more;
    this.sent = sent;
    this.roster = roster;
    this.faces = faces;
  }

  /** Before anybody is told of what comes next. */
  void on(@Observes @Priority(29) CaseMoved moved) {
    CaseFile file = moved.file();
    if (moved.left(Stage.DISPOSAL)) {
      allOf(file).forEach(unit -> withdraw(moved, unit, "现为" + moved.to().chinese()));
    } else if (moved.move() instanceof RaiseToDistrict raised) {
      allOf(file)
          .filter(unit -> !unit.equals(raised.unit().code()))
          .forEach(unit -> withdraw(moved, unit, "已由" + moved.actorName() + "提级"));
    } else {
      over(moved).ifPresent(unit -> withdraw(moved, unit, why(moved)));
    }
  }

  private static Stream<String> allOf(CaseFile file) {
    return file.assignments().all().stream().map(Assignment::unit).distinct();
  }

  /** The co-unit whose share is over while the others go on. */
  private static Optional<String> over(CaseMoved moved) {
    if (moved.move() instanceof Waive waived) {
      return Optional.of(waived.unit().code());
    }
    if (moved.move() instanceof CoUnitOut out) {
      return Optional.of(out.unit());
    }
    return moved.move() instanceof SubmitResult ? moved.actor().person().unit() : Optional.empty();
  }

  private static String why(CaseMoved moved) {
    if (moved.move() instanceof Waive) {
      return "已由" + moved.actorName() + "免除协办";
    }
    return moved.move() instanceof CoUnitOut ? "已退出协办" : "已由" + moved.actorName() + "提交";
  }

  /** Whoever handed the result in is answered by that; all others learn that it is over. */
  private void withdraw(CaseMoved moved, String unit, String why) {
    CaseFile file = moved.file();
    Assignment share = file.assignments().lastOf(unit);
    sent.repaint(
        AssignmentCard.CARD,
        CardSubject.of(file.number(), unit),
        faces.withdrawn(file, share, why, moved.now()));
    roster
        .inForce()
        .membersOf(unit)
        .forEach(
            each ->
                sent.repaint(
                    MoreCard.CARD,
                    CardSubject.of(file.number(), each),
                    more.over(file.number(), why)));
    roster.inForce().membersOf(unit).stream()
        .filter(each -> !each.equals(moved.actor().person()))
        .map(each -> CardSubject.of(file.number(), each))
        .forEach(
            theirs ->
                sent.repaint(ResultCard.CARD, theirs, faces.overtaken(file, why, moved.now())));
  }
}
