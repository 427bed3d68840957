package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/**
 * Every order in which three units, a dispatcher and a verifier can act on one case, up to a depth:
 * the lead never finishes over an open share that nobody waived.
 */
class JointWorkTest {
  private static final int DEPTH = 8;
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Snapshot SHIPPED =
      ShippedConfig.of(
              new CategoriesFile(), new GridMapFile(), new CalendarFile(), new RosterFile())
          .snapshot();
  private static final DeadlineRules RULES = DeadlineRules.of(SHIPPED).orElseThrow();
  private static final Roster ROSTER = SHIPPED.value(Roster.class);
  private static final Outcome CLEARED = new Outcome("cleared", "已清理恢复");

  private static final Unit LEAD = new Unit("a", "甲", false);
  private static final Unit SECOND = new Unit("b", "乙", false);
  private static final Unit THIRD = new Unit("c", "丙", false);

  private final List<Deed> deeds = deeds();
  private final Set<String> seen = new HashSet<>();
  private int finished;
  private int refused;

  /** Somebody tries something. */
  private record Deed(String name, Move move, Actor actor) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void noCaseIsFinishedOverAnOpenShareThatNobodyWaived() {
    explore(new ArrayList<>());

    assertTrue(finished > 60, "cases that were finished: " + finished);
    assertTrue(refused > 1000, "deeds that were refused: " + refused);
    assertTrue(seen.size() > 50, "situations that were reached: " + seen.size());
  }

  /** The record has no undo, so each way is walked anew; a situation is gone on from only once. */
  private void explore(List<Deed> way) {
    for (Deed deed : deeds) {
      List<Deed> further = new ArrayList<>(way);
      further.add(deed);
      CaseFile file = registered();
      if (walk(file, further)) {
        check(file, further);
        if (further.size() < DEPTH && seen.add(situation(file))) {
          explore(further);
        }
      } else {
        refused++;
      }
    }
  }

  private boolean walk(CaseFile file, List<Deed> way) {
    boolean wasAllowed = true;
    for (Deed deed : way) {
      try {
        file.apply(deed.move(), deed.actor(), NOON);
        file.keepTime(RULES, NOON);
        wasAllowed = true;
      } catch (Refused refusal) {
        wasAllowed = false;
      }
    }
    return wasAllowed;
  }

  private void check(CaseFile file, List<Deed> way) {
    List<String> running =
        file.clock().countdowns().stream()
            .filter(each -> each.kind() == CountdownKind.CO_UNIT && each.isRunning())
            .map(Countdown::name)
            .sorted()
            .toList();
    List<String> open =
        file.assignments().openCoUnits().stream().map(Assignment::unit).sorted().toList();
    assertEquals(open, running, "each open share is timed, and nothing else: " + way);
    if (file.stage() == Stage.VERIFICATION || file.stage() == Stage.CLOSED) {
      finished++;
      assertEquals(List.of(), open, () -> "finished over an open share: " + way);
    }
    if (file.stage() != Stage.DISPOSAL) {
      assertEquals(List.of(), open, () -> "a share is open though nobody works: " + way);
    }
  }

  private static String situation(CaseFile file) {
    StringBuilder all = new StringBuilder(file.stage().name()).append(file.reworked());
    file.assignments()
        .all()
        .forEach(
            each ->
                all.append(each.part())
                    .append(each.unit())
                    .append(each.isSigned())
                    .append(each.isEnded())
                    .append(each.isOpen()));
    return all.toString();
  }

  private static CaseFile registered() {
    var file =
        new CaseFile(
            1,
            new CaseNumber("20261123-001"),
            RULES.categories().byCode("G03"),
            new Scene(Optional.empty(), Optional.empty(), Optional.empty()),
            NOON);
    file.apply(new Register(RULES.terms(file, NOON)), Actor.SYSTEM, NOON);
    file.keepTime(RULES, NOON);
    return file;
  }

  private static List<Deed> deeds() {
    List<Deed> all = new ArrayList<>();
    Actor dispatcher = actor(Role.DISPATCHER, Optional.empty());
    Actor verifier = actor(Role.VERIFIER, Optional.empty());
    all.add(new Deed("派遣给甲", new DispatchTo(LEAD), dispatcher));
    all.add(new Deed("派遣给甲乙", new DispatchTo(LEAD, List.of(SECOND)), dispatcher));
    all.add(new Deed("派遣给甲乙丙", new DispatchTo(LEAD, List.of(SECOND, THIRD)), dispatcher));
    all.add(new Deed("增派丙", new AddCoUnit(THIRD), dispatcher));
    all.add(new Deed("通过", new Pass(true), verifier));
    all.add(new Deed("不通过", new Fail("未处理彻底", true), verifier));
    for (Unit unit : List.of(LEAD, SECOND, THIRD)) {
      Actor member = actor(Role.UNIT_MEMBER, Optional.of(unit.code()));
      String who = unit.name();
      all.add(new Deed(who + "签收", new SignFor(), member));
      all.add(new Deed(who + "提交", new SubmitResult(CLEARED, "清了", 0, ROSTER), member));
      all.add(new Deed(who + "免除丙", new Waive(THIRD, "不需要"), member));
      all.add(
          new Deed(
              who + "退出",
              new CoUnitOut(unit.code(), ReturnToDispatch.Why.NOBODY_LEFT, ""),
              Actor.SYSTEM));
      all.add(
          new Deed(
              who + "回退", new ReturnToDispatch(ReturnToDispatch.Why.SENT_BACK, "不是职责"), member));
    }
    return all;
  }

  private static Actor actor(Role role, Optional<String> unit) {
    var person =
        new Person(
            role + unit.orElse(""), "某人", Set.of(role), unit, Optional.empty(), Set.of(), false);
    return new Actor(
        person, UUID.nameUUIDFromBytes(person.userid().getBytes(StandardCharsets.UTF_8)));
  }
}
