package cn.gridcase.watch;

import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Tells the administrators what was given up, by one card each that holds all of it. */
@ApplicationScoped
class ParkedWatch implements Loop {
  static final String SUBJECT = "parked";

  /** What goes wrong in a burst is told by one card: a newer one replaces it until it is sent. */
  private static final Duration GATHERING = Duration.ofMinutes(1);

  private final ParkedMessages parked;
  private final ParkedFaces faces;
  private final SentCards sent;
  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  ParkedWatch(
      ParkedMessages parked,
      ParkedFaces faces,
      SentCards sent,
      RosterFile roster,
      ServiceClock clock) {
    this.parked = parked;
    this.faces = faces;
    this.sent = sent;
    this.roster = roster;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "parked-watch";
  }

  @Override
  public void cycle() {
    QuarkusTransaction.requiringNew().run(this::tellIfNew);
  }

  private void tellIfNew() {
    List<Person> told = whoIsTold();
    if (!parked.announceTo(told)) {
      return;
    }
    var face = faces.asking(parked.all());
    sent.replace(ParkedCard.CARD, SUBJECT, faces.outgrown());
    told.forEach(
        each ->
            sent.send(each.userid(), ParkedCard.CARD, SUBJECT, face, clock.now().plus(GATHERING)));
  }

  private List<Person> whoIsTold() {
    List<Person> administrators = roster.inForce().with(Role.ADMINISTRATOR);
    return administrators.isEmpty() ? roster.inForce().with(Role.DUTY_OFFICER) : administrators;
  }
}
