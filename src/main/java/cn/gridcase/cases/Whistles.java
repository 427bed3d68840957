package cn.gridcase.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Hibernate;

/** 吹哨: whenever units were called to the place of one case; at most one whistle lasts. */
@Embeddable
public class Whistles {
  /** How many there are: a case without any never asks the database for them. */
  @Column(name = "whistles")
  private int count;

  @OneToMany(
      mappedBy = "file",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<Whistle> all = new ArrayList<>();

  protected Whistles() {}

  /** Reads them, before their case is cut off from the database. */
  void read() {
    if (count > 0) {
      Hibernate.initialize(all);
      all.forEach(Whistle::read);
    }
  }

  /** All of them, in order. */
  public List<Whistle> all() {
    return count == 0 ? List.of() : List.copyOf(all);
  }

  /** The one that lasts. */
  public Optional<Whistle> open() {
    return all().stream().filter(Whistle::isOpen).findFirst();
  }

  /** The latest. */
  public Optional<Whistle> last() {
    return all().stream().reduce((first, second) -> second);
  }

  /** The first, second and so on, from 1. */
  Optional<Whistle> round(int round) {
    return all().stream().filter(each -> each.round() == round).findFirst();
  }

  /** 中止: the one that the case has just gone on without. */
  public Optional<Whistle> stopped(Instant at) {
    return last().filter(each -> each.isStopped() && each.ended().filter(at::equals).isPresent());
  }

  /** The countdown to a unit's arrival, while that is owed. */
  public static Optional<Countdown> arrivalOf(CaseFile file, String unit) {
    return arrivals(file).filter(each -> each.name().equals(unit)).findFirst();
  }

  /** Whether anybody has yet to come to a case. */
  public static boolean isAwaiting(CaseFile file) {
    return arrivals(file).findAny().isPresent();
  }

  private static Stream<Countdown> arrivals(CaseFile file) {
    return file.clock().countdowns().stream()
        .filter(each -> each.kind() == CountdownKind.ARRIVAL && each.isRunning());
  }

  void blow(CaseFile file, WhistleKind kind, List<String> units, UUID by, Instant now) {
    count++;
    all.add(new Whistle(file, count, kind, units, by, now));
  }

  /** A unit that is called is not awaited any more. */
  void leave(String unit, WhistleCall.Out why) {
    open().flatMap(whistle -> whistle.callOf(unit)).ifPresent(call -> call.leave(why));
  }

  /** 中止: its case goes on elsewhere. */
  void stop(Instant now) {
    open().ifPresent(whistle -> whistle.stop(now));
  }

  /**
   * After a move: without work going on no whistle lasts, and only units that still owe something
   * owe their arrival.
   */
  void keep(CaseFile file, Instant now) {
    if (count == 0) {
      return;
    }
    if (file.stage() != Stage.DISPOSAL) {
      stop(now);
    }
    arrivals(file).filter(each -> !isAwaited(file, each.name())).forEach(each -> each.end(now));
  }

  /** Whether a unit has yet to come, and its share is not over. */
  boolean isAwaited(CaseFile file, String unit) {
    return open()
            .flatMap(whistle -> whistle.callOf(unit))
            .filter(call -> call.arrived().isEmpty() && call.out().isEmpty())
            .isPresent()
        && file.assignments().of(unit).filter(Assignment::isOpen).isPresent();
  }
}
