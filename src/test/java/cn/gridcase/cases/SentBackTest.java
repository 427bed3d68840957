package cn.gridcase.cases;

import static cn.gridcase.cases.EveryWay.actor;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.EveryWay.Deed;
import cn.gridcase.cases.ReturnToDispatch.Why;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 推诿: however units push a case to and fro, after two returns a leader has spoken. */
class SentBackTest {
  private static final int DEPTH = 9;
  private static final Unit ONE = new Unit("a", "甲", false, Map.of());
  private static final Unit OTHER = new Unit("b", "乙", false, Map.of());

  private int designated;

  @Test
  void noCaseIsSentBackMoreThanTwiceWithoutALeader() {
    var ways = new EveryWay(deeds(), DEPTH, SentBackTest::situation, this::check);
    ways.walk();

    assertTrue(designated > 3, "cases that a leader designated: " + designated);
    assertTrue(ways.situations() > 12, "situations that were reached: " + ways.situations());
  }

  private void check(CaseFile file, List<Deed> way) {
    int sinceLeader = 0;
    boolean letLie = false;
    Deed before = way.get(0);
    for (Deed deed : way) {
      if (deed.move() instanceof ReturnToDispatch back && back.why() == Why.SENT_BACK) {
        sinceLeader++;
        assertFalse(before.move() instanceof Designate, "a designated unit sent it back: " + way);
      }
      if (deed.move() instanceof Designate) {
        sinceLeader = 0;
        letLie = false;
        designated++;
      }
      if (deed.move() instanceof ReturnToDispatch back && back.why() == Why.UNSIGNED) {
        assertFalse(before.move() instanceof Designate, "a designated unit lost it: " + way);
        letLie = true;
      }
      before = deed;
    }
    assertTrue(sinceLeader <= 2, "sent back three times: " + way);
    if (sinceLeader == 2 || letLie) {
      assertTrue(file.forwarding().isFrozen(), "a leader is to speak: " + way);
    }
  }

  private static String situation(CaseFile file) {
    return file.stage()
        + file.forwarding().sentBackBy().orElse("")
        + Math.min(file.forwarding().sentBack(), 3)
        + file.forwarding().isFrozen()
        + file.assignment().map(each -> each.unit() + each.isOpen()).orElse("");
  }

  private static List<Deed> deeds() {
    List<Deed> all = new ArrayList<>();
    Actor dispatcher = actor(Role.DISPATCHER, Optional.empty());
    Actor leader = actor(Role.CHIEF, Optional.empty());
    for (Unit unit : List.of(ONE, OTHER)) {
      Actor member = actor(Role.UNIT_MEMBER, Optional.of(unit.code()));
      String who = unit.name();
      all.add(new Deed("派" + who, EveryWay.dispatch(unit, List.of(), ""), dispatcher));
      all.add(new Deed("再派" + who, EveryWay.dispatch(unit, List.of(), "清单第三条"), dispatcher));
      all.add(new Deed("指定" + who, EveryWay.designate(unit), leader));
      all.add(new Deed("派遣员指定" + who, EveryWay.designate(unit), dispatcher));
      all.add(new Deed(who + "退回", new ReturnToDispatch(Why.SENT_BACK, "不是职责"), member));
    }
    all.add(new Deed("没有人签收", new ReturnToDispatch(Why.UNSIGNED, "没人签收"), Actor.SYSTEM));
    all.add(new Deed("没有人了", new ReturnToDispatch(Why.NOBODY_LEFT, "没人"), Actor.SYSTEM));
    return all;
  }
}
