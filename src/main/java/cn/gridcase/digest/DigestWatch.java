package cn.gridcase.digest;

import cn.gridcase.cases.Recusals;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends each issue of the digest when its time has come, once to each who reads it. */
@ApplicationScoped
class DigestWatch implements Loop {
  private static final String ABOUT = "digest";

  private final Digests digests;
  private final DigestText text;
  private final DigestFile rules;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final Outbox outbox;
  private final ServiceClock clock;
  private final Recusals recusals;

  @Inject
  DigestWatch(
      Digests digests,
      DigestText text,
      DigestFile rules,
      CalendarFile calendars,
      RosterFile roster,
      Outbox outbox,
      ServiceClock clock,
      Recusals recusals) {
    this.recusals = recusals;
    this.digests = digests;
    this.text = text;
    this.rules = rules;
    this.calendars = calendars;
    this.roster = roster;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "digest-watch";
  }

  @Override
  public void cycle() {
    for (DigestKind kind : DigestKind.values()) {
      QuarkusTransaction.requiringNew().run(() -> look(kind, clock.now()));
    }
  }

  private void look(DigestKind kind, Instant now) {
    Instant next = rules.inForce().next(kind, now, calendars.inForce());
    Optional<Instant> due = digests.due(kind);
    // The town may want it earlier than it was planned; what has come due is sent before that.
    if (due.filter(at -> !at.isAfter(next)).isEmpty()) {
      digests.plan(kind, next);
    } else if (!due.get().isAfter(now) && digests.take(kind, due.get(), next)) {
      issue(rules.inForce().last(kind, now, calendars.inForce()), now);
    }
  }

  private void issue(Issue issue, Instant now) {
    boolean isLate = !now.isBefore(rules.inForce().latest(issue, calendars.inForce()));
    if (isLate) {
      Log.warnf("%s digest of %s is kept, not sent: it is too late", issue.kind(), issue.day());
    }
    String told = text.of(issue, isLate, now);
    readers().forEach(reader -> send(issue, reader, recusals.without(told, reader), now));
  }

  /**
   * Kept as it is sent: whoever stood back from a case finds it in no list, and the totals stay.
   */
  private void send(Issue issue, String reader, String text, Instant now) {
    Instant latest = rules.inForce().latest(issue, calendars.inForce());
    boolean isLate = !now.isBefore(latest);
    if (digests.keep(issue, reader, text, !isLate, now) && !isLate) {
      outbox.post(NewMessage.text(reader, ABOUT, text, now).until(latest));
    }
  }

  private Stream<String> readers() {
    return rules.inForce().tell().stream()
        .flatMap(role -> roster.inForce().with(role).stream())
        .map(Person::userid)
        .distinct();
  }
}
