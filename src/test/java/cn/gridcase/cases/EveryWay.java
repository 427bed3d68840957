package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.config.ShippedConfig;
import cn.gridcase.config.Snapshot;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.CalendarFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Every order in which some people can do some deeds to one case, up to a depth. */
final class EveryWay {
  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Snapshot SHIPPED =
      ShippedConfig.of(
              new CategoriesFile(),
              new GridMapFile(),
              new CalendarFile(),
              new RosterFile(),
              new WhistleFile(),
              new ApprovalsFile())
          .snapshot();
  static final DeadlineRules RULES = DeadlineRules.of(SHIPPED).orElseThrow();
  static final Roster ROSTER = SHIPPED.value(Roster.class);
  static final Approvals APPROVALS = SHIPPED.value(Approvals.class);

  static final WhistleRules WHISTLES = SHIPPED.value(WhistleRules.class);

  private static final CommunityWork WASTE = new CommunityWork(List.of("G03"), List.of());

  private final List<Deed> deeds;
  private final int depth;
  private final Function<CaseFile, String> situation;
  private final BiConsumer<CaseFile, List<Deed>> check;
  private final Set<String> seen = new HashSet<>();
  private int refused;

  /** Somebody tries something. */
  record Deed(String name, Move move, Actor actor) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * What is to be tried.
   *
   * @param situation in which the same can follow; gone on from once
   * @param check what holds after each deed that was allowed
   */
  EveryWay(
      List<Deed> deeds,
      int depth,
      Function<CaseFile, String> situation,
      BiConsumer<CaseFile, List<Deed>> check) {
    this.deeds = List.copyOf(deeds);
    this.depth = depth;
    this.situation = situation;
    this.check = check;
  }

  void walk() {
    explore(List.of());
  }

  int situations() {
    return seen.size();
  }

  int refused() {
    return refused;
  }

  /** The record has no undo, so each way is walked anew. */
  private void explore(List<Deed> way) {
    for (Deed deed : deeds) {
      List<Deed> further = new ArrayList<>(way);
      further.add(deed);
      CaseFile file = registered();
      if (walked(file, further)) {
        check.accept(file, further);
        if (further.size() < depth && seen.add(situation.apply(file))) {
          explore(further);
        }
      } else {
        refused++;
      }
    }
  }

  /** Whether the last deed was allowed; all before it were. */
  private static boolean walked(CaseFile file, List<Deed> way) {
    boolean allowed = true;
    for (Deed deed : way) {
      try {
        file.apply(deed.move(), deed.actor(), NOON);
        file.keepTime(RULES, NOON);
        allowed = true;
      } catch (Refused refusal) {
        allowed = false;
      }
    }
    return allowed;
  }

  /** A report that waits for 立案. */
  static CaseFile received() {
    return new CaseFile(
        1,
        new CaseNumber("20261123-001"),
        RULES.categories().byCode("G03"),
        new Scene(Optional.empty(), Optional.empty(), Optional.empty()),
        NOON);
  }

  private static CaseFile registered() {
    CaseFile file = received();
    file.apply(new Register(RULES.terms(file, NOON)), Actor.SYSTEM, NOON);
    file.keepTime(RULES, NOON);
    return file;
  }

  static Actor actor(Role role, Optional<String> unit) {
    var person =
        new Person(
            role + unit.orElse(""), "某人", Set.of(role), unit, Optional.empty(), Set.of(), false);
    return new Actor(
        person, UUID.nameUUIDFromBytes(person.userid().getBytes(StandardCharsets.UTF_8)));
  }

  static DispatchTo dispatch(Unit unit, List<Unit> coUnits, String reason) {
    return new DispatchTo(unit, coUnits, reason, WASTE, RULES.categories());
  }

  static Designate designate(Unit unit) {
    return new Designate(unit, APPROVALS, WASTE, RULES.categories());
  }

  static AddCoUnit add(Unit unit) {
    return new AddCoUnit(unit, WASTE, RULES.categories());
  }

  static BlowWhistle whistle(Unit... called) {
    return new BlowWhistle(
        WhistleKind.URGENT,
        List.of(called),
        "通道堵死",
        List.of(),
        WHISTLES,
        WASTE,
        RULES.categories());
  }

  static EndWhistle endWhistle() {
    return new EndWhistle("都清完了", NOON.plusSeconds(60), ROSTER);
  }

  static SubmitResult result() {
    return new SubmitResult(
        new Outcome("cleared", "已清理恢复", false),
        "清了",
        0,
        ROSTER,
        new ResultPhotos(0, "", List.of()));
  }
}
