package cn.gridcase.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Hibernate;

/** Every limit that ever ran for one case, or is to run. */
@Embeddable
class Countdowns {
  @OneToMany(
      mappedBy = "file",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<Countdown> all = new ArrayList<>();

  protected Countdowns() {}

  /** Reads them, before their case is cut off from the database. */
  void read() {
    Hibernate.initialize(all);
  }

  List<Countdown> all() {
    return List.copyOf(all);
  }

  Stream<Countdown> of(CountdownKind kind) {
    return all.stream().filter(each -> each.kind() == kind);
  }

  Stream<Countdown> named(CountdownKind kind, String name) {
    return of(kind).filter(each -> each.name().equals(name));
  }

  Stream<Countdown> running() {
    return all.stream().filter(Countdown::isRunning);
  }

  /** 全案 and 阶段: what a result is owed for, in order. */
  List<Countdown> work() {
    return all.stream().filter(each -> each.kind().isOfWork()).toList();
  }

  void add(Countdown countdown) {
    all.add(countdown);
  }

  /** Adds one that runs from now on. */
  void begin(CaseFile file, Terms terms, Instant now) {
    var countdown = new Countdown(file, terms);
    countdown.start(now);
    all.add(countdown);
  }

  /** They start and end as the others did by then. */
  void follow(Countdowns lived, Instant then) {
    for (int i = 0; i < work().size(); i++) {
      work().get(i).follow(lived.work().get(i), then);
    }
    List<Countdown> others = lived.ofUnits(then);
    others.stream().skip(ofUnits(then).size()).map(Countdown::replayed).forEach(all::add);
    for (int i = 0; i < others.size(); i++) {
      ofUnits(then).get(i).follow(others.get(i), then);
    }
  }

  /** Those that moves had begun by then, in that order. */
  private List<Countdown> ofUnits(Instant then) {
    return all.stream().filter(each -> each.kind().isOfUnit() && each.hasStartedBy(then)).toList();
  }
}
