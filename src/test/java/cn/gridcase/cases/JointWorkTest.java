package cn.gridcase.cases;

import static cn.gridcase.cases.EveryWay.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.EveryWay.Deed;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every order in which three units, a dispatcher and a verifier can act on one case, up to a depth:
 * the lead never finishes over an open share that nobody waived.
 */
class JointWorkTest {
  private static final int DEPTH = 8;

  private static final Unit LEAD = new Unit("a", "甲", false, Map.of());
  private static final Unit SECOND = new Unit("b", "乙", false, Map.of());
  private static final Unit THIRD = new Unit("c", "丙", false, Map.of());

  private int finished;

  @Test
  void noCaseIsFinishedOverAnOpenShareThatNobodyWaived() {
    var ways = new EveryWay(deeds(), DEPTH, JointWorkTest::situation, this::check);
    ways.walk();

    assertTrue(finished > 40, "cases that were finished: " + finished);
    assertTrue(ways.refused() > 1000, "deeds that were refused: " + ways.refused());
    assertTrue(ways.situations() > 50, "situations that were reached: " + ways.situations());
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

  private static List<Deed> deeds() {
    List<Deed> all = new ArrayList<>();
    Actor dispatcher = actor(Role.DISPATCHER, Optional.empty());
    Actor verifier = actor(Role.VERIFIER, Optional.empty());
    all.add(new Deed("派遣给甲", EveryWay.dispatch(LEAD, List.of(), ""), dispatcher));
    all.add(new Deed("派遣给甲乙", EveryWay.dispatch(LEAD, List.of(SECOND), ""), dispatcher));
    all.add(new Deed("派遣给甲乙丙", EveryWay.dispatch(LEAD, List.of(SECOND, THIRD), ""), dispatcher));
    all.add(new Deed("增派丙", EveryWay.add(THIRD), dispatcher));
    all.add(new Deed("通过", new Pass(true, false), verifier));
    all.add(new Deed("不通过", new Fail("未处理彻底", true), verifier));
    for (Unit unit : List.of(LEAD, SECOND, THIRD)) {
      Actor member = actor(Role.UNIT_MEMBER, Optional.of(unit.code()));
      String who = unit.name();
      all.add(new Deed(who + "签收", new SignFor(), member));
      all.add(new Deed(who + "提交", EveryWay.result(), member));
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
}
