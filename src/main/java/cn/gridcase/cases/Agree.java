package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * 同意: somebody entitled grants what the unit asked for; where several have to, the last one does.
 * Nobody agrees to their own request.
 *
 * @param calendar by which a suspension's review is reckoned
 */
public record Agree(RequestKind kind, WorkCalendar calendar) implements Move {
  @Override
  public String chinese() {
    return "同意" + kind.chinese();
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(chinese(), CaseRequest.DECIDERS);
    CaseRequest request = file.clock().requests().mustHaveBeenAsked(kind, file.number());
    Role as = request.decidedBy(actor);
    Change change =
        Change.to(file.stage())
            .fact("kind", kind.name())
            .fact("as", as.name())
            .fact("limit", request.limit().said())
            .effect(agreed -> request.agreed(as, actor.ref(), now));
    return request.isLast(as)
        ? change.fact("granted", "true").effect(granted -> grant(granted, request, now))
        : change;
  }

  private void grant(CaseFile file, CaseRequest request, Instant now) {
    if (kind == RequestKind.EXTENSION) {
      file.clock().ledger().extend(file, request.limit(), now);
    } else {
      Instant review = calendar.due(now, request.limit()).at();
      file.clock().ledger().pause(file, kind.ledger(), now, Optional.of(review));
    }
  }
}
