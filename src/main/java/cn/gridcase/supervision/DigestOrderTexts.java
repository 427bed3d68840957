package cn.gridcase.supervision;

import cn.gridcase.chat.Cut;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;

/** How an order about a digest reads, and who reads it. */
@ApplicationScoped
class DigestOrderTexts {
  private static final String ABOUT = "digest-order";
  private static final int MOST_WORDS = 150;

  private final CalendarFile calendars;
  private final RosterFile roster;
  private final Outbox outbox;

  @Inject
  DigestOrderTexts(CalendarFile calendars, RosterFile roster, Outbox outbox) {
    this.calendars = calendars;
    this.roster = roster;
    this.outbox = outbox;
  }

  @CheckedTemplate(basePath = "supervision")
  record digestOrder(
      String heading,
      String number,
      String about,
      String requirement,
      String due,
      String issuer,
      String answer,
      String opinion)
      implements TemplateInstance {}

  void tellOfficers(String heading, DigestOrder order, Instant now) {
    officers().forEach(each -> tell(each, heading, order, now));
  }

  /** Where the leader has left, the duty officers close it. */
  void tellIssuer(String heading, DigestOrder order, Instant now) {
    if (roster.inForce().person(order.issuer()).isPresent()) {
      tell(order.issuer(), heading, order, now);
    } else {
      tellOfficers(heading, order, now);
    }
  }

  /** Both, each once. */
  void tellBoth(String heading, DigestOrder order, Instant now) {
    Stream.concat(Stream.of(order.issuer()), officers())
        .filter(each -> roster.inForce().person(each).isPresent())
        .distinct()
        .forEach(each -> tell(each, heading, order, now));
  }

  private Stream<String> officers() {
    return roster.inForce().with(Role.DUTY_OFFICER).stream().map(Person::userid);
  }

  private void tell(String userid, String heading, DigestOrder order, Instant now) {
    var text =
        new digestOrder(
            heading,
            order.number(),
            order.about(),
            Cut.characters(order.requirement(), MOST_WORDS),
            order.due().said(calendars.inForce().zone()),
            roster.inForce().person(order.issuer()).map(Person::name).orElse("已离岗人员"),
            Cut.characters(order.answer(), MOST_WORDS),
            Cut.characters(order.opinion(), MOST_WORDS));
    outbox.post(NewMessage.text(userid, ABOUT, text.render().strip(), now));
  }
}
