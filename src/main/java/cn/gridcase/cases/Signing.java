package cn.gridcase.cases;

import cn.gridcase.time.Due;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.util.Optional;

/** 签收期限: until when the unit that leads a case has to sign for it. */
public final class Signing {
  private static final String NAME = "签收期限";

  private Signing() {}

  /**
   * Whether a unit of the town has the case and nobody there has signed, or has come when the
   * whistle called; one designated by a leader stays.
   */
  public static boolean isAwaited(CaseFile file) {
    return file.stage() == Stage.DISPOSAL
        && !file.forwarding().isDesignated()
        && file.assignment().filter(lead -> isAwaited(file, lead)).isPresent();
  }

  private static boolean isAwaited(CaseFile file, Assignment lead) {
    return lead.isOpen() && !lead.isSigned() && !lead.isOfDistrict() && !hasCome(file, lead);
  }

  private static boolean hasCome(CaseFile file, Assignment lead) {
    return file.assignments().whistles().all().stream()
        .flatMap(whistle -> whistle.callOf(lead.unit()).stream())
        .flatMap(call -> call.arrived().stream())
        .anyMatch(at -> !at.isBefore(lead.assignedAt()));
  }

  /**
   * When a leader is to say whose it is; empty where that does not come: somebody has signed, or
   * the clock of the case stands still.
   */
  public static Optional<Instant> until(CaseFile file, TimeLimit limit, WorkCalendar calendar) {
    if (!isAwaited(file)) {
      return Optional.empty();
    }
    // It stops and goes on by the ledger of its case, as all its countdowns do.
    var wait = new Countdown(file, new Terms(CountdownKind.STAGE, NAME, limit, Optional.empty()));
    wait.start(file.assignment().orElseThrow().unsignedSince());
    return calendar.due(wait.ledger(file.clock().ledger().rows())).map(Due::at);
  }
}
