package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLists;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.HeldCards;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A case must not wait on the cards of dispatchers who have left: those who are there get it. */
@ApplicationScoped
class DispatcherWatch implements Loop {
  private final CaseFiles caseFiles;
  private final CaseLists lists;
  private final SentCards sent;
  private final HeldCards held;
  private final DispatchFaces faces;
  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  DispatcherWatch(
      CaseFiles caseFiles,
      CaseLists lists,
      SentCards sent,
      HeldCards held,
      DispatchFaces faces,
      RosterFile roster,
      ServiceClock clock) {
    this.caseFiles = caseFiles;
    this.lists = lists;
    this.sent = sent;
    this.held = held;
    this.faces = faces;
    this.roster = roster;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "dispatcher-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> waiting = QuarkusTransaction.requiringNew().call(this::onNobodysDesk);
    waiting.forEach(number -> QuarkusTransaction.requiringNew().run(() -> hand(number)));
  }

  private List<CaseNumber> onNobodysDesk() {
    List<CaseNumber> waiting = lists.inDispatch();
    if (waiting.isEmpty()) {
      return waiting;
    }
    Map<String, Set<String>> holders = held.holders(DispatchCard.CARD);
    List<String> dispatchers = dispatchers().stream().map(Person::userid).toList();
    return waiting.stream()
        .filter(each -> dispatchers.stream().noneMatch(of(holders, each)::contains))
        .toList();
  }

  private void hand(CaseNumber number) {
    Instant now = clock.now();
    caseFiles.changeByRule(
        number,
        file -> {
          if (file.stage() == Stage.DISPATCH
              && !file.forwarding().isFrozen()
              && onNobodysDesk().contains(number)) {
            handOut(file, now);
          }
          return Optional.empty();
        },
        now);
  }

  private void handOut(CaseFile file, Instant now) {
    var face = faces.asking(file, 0, now);
    dispatchers()
        .forEach(
            each -> sent.send(each.userid(), DispatchCard.CARD, file.number().text(), face, now));
  }

  private List<Person> dispatchers() {
    return roster.inForce().with(Role.DISPATCHER);
  }

  private static Set<String> of(Map<String, Set<String>> holders, CaseNumber number) {
    return holders.getOrDefault(number.text(), Set.of());
  }
}
