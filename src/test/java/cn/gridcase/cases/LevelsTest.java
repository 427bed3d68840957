package cn.gridcase.cases;

import static cn.gridcase.cases.EveryWay.APPROVALS;
import static cn.gridcase.cases.EveryWay.RULES;
import static cn.gridcase.cases.EveryWay.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.EveryWay.Deed;
import cn.gridcase.roster.Level;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 上交, 提级, 下派: however a case goes up and down, it does so twice without a leader at most. */
class LevelsTest {
  private static final int DEPTH = 8;
  private static final Unit TOWN = new Unit("a", "甲", false, Map.of());
  private static final Unit VILLAGE = new Unit("v", "村", true, Map.of());
  private static final Unit DISTRICT =
      new Unit("d", "区", false, Optional.of(Level.DISTRICT), Map.of());
  private static final CommunityWork WORK = new CommunityWork(List.of("G03"), List.of());

  private int frozen;
  private int given;

  @Test
  void noCaseGoesUpAndDownMoreThanTwiceWithoutALeader() {
    var ways = new EveryWay(deeds(), DEPTH, LevelsTest::situation, this::check);
    ways.walk();

    assertTrue(frozen > 3, "cases that a leader has to decide: " + frozen);
    assertTrue(given > 3, "communities that got it back with a reason: " + given);
    assertTrue(ways.situations() > 20, "situations that were reached: " + ways.situations());
  }

  @Test
  void whatTheTownsUnitWantedIsOverOnceTheDistrictHasIt() {
    CaseFile asking = Transitions.in(List.of("立案", "派遣", "签收", "申请延期"));
    assertTrue(asking.clock().requests().open().isPresent());
    CaseFile calling = Transitions.in(List.of("立案", "派遣", "签收", "吹哨"));
    assertTrue(calling.assignments().whistles().open().isPresent());

    asking = Transitions.in(List.of("立案", "派遣", "签收", "申请延期", "提级"));
    calling = Transitions.in(List.of("立案", "派遣", "签收", "吹哨", "提级"));

    assertTrue(asking.clock().requests().open().isEmpty());
    assertTrue(calling.assignments().whistles().open().isEmpty());
  }

  @Test
  void whatTheCentreIsToAnswerIsStillToBeAnswered() {
    CaseFile file = Transitions.in(List.of("立案", "批示", "提级"));

    assertTrue(
        file.clock().countdowns().stream()
            .anyMatch(each -> each.kind() == CountdownKind.ORDER && each.isRunning()));
  }

  private void check(CaseFile file, List<Deed> way) {
    int changes = 0;
    boolean wasHandedUp = false;
    for (Deed deed : way) {
      boolean changed = deed.move() instanceof HandUp || deed.move() instanceof HandDown;
      changes += changed ? 1 : 0;
      if (deed.move() instanceof DispatchTo to && to.unit().equals(VILLAGE) && wasHandedUp) {
        assertFalse(to.reason().isBlank(), "given to the community again without a word: " + way);
        given++;
      }
      wasHandedUp |= deed.move() instanceof HandUp;
      if (deed.name().startsWith("领导")) {
        // What the district gives back after that goes before them again.
        changes = 0;
      }
    }
    assertEquals(0, file.forwarding().sentBack(), "taken for a return: " + way);
    assertTrue(changes <= 2, "went up and down three times: " + way);
    if (changes == 2) {
      assertTrue(file.forwarding().isFrozen(), "a leader is to speak: " + way);
      frozen++;
    }
  }

  private static String situation(CaseFile file) {
    return file.stage().name()
        + file.forwarding().isFrozen()
        + file.forwarding().whyFrozen()
        + file.assignments().isHandedUpBy("v")
        + file.assignments().all().stream().filter(Assignment::isEnded).count() % 4
        + file.assignment().map(each -> each.unit() + each.isOpen()).orElse("");
  }

  private static List<Deed> deeds() {
    Actor dispatcher = actor(Role.DISPATCHER, Optional.empty());
    Actor leader = actor(Role.CHIEF, Optional.empty());
    Actor villager = actor(Role.UNIT_MEMBER, Optional.of("v"));
    List<Deed> all = new ArrayList<>();
    all.add(new Deed("派镇", EveryWay.dispatch(TOWN, List.of(), ""), dispatcher));
    all.add(new Deed("派村", toVillage(""), dispatcher));
    all.add(new Deed("再派村", toVillage("只剩清理"), dispatcher));
    all.add(new Deed("村上交", new HandUp(VILLAGE, "要执法"), villager));
    all.add(new Deed("提级", new RaiseToDistrict(DISTRICT, "权限", APPROVALS), dispatcher));
    all.add(new Deed("领导提级", new RaiseToDistrict(DISTRICT, "权限", APPROVALS), leader));
    all.add(new Deed("下派", new HandDown("镇级职责"), dispatcher));
    all.add(new Deed("领导指定镇", EveryWay.designate(TOWN), leader));
    all.add(new Deed("领导指定村", EveryWay.designate(VILLAGE), leader));
    return all;
  }

  private static DispatchTo toVillage(String reason) {
    return new DispatchTo(VILLAGE, List.of(), reason, WORK, RULES.categories());
  }
}
