package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.EveryWay.Deed;
import cn.gridcase.grid.Crs;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every order in which a dispatcher and the units of one case can blow a whistle, come, work and
 * end it, up to a depth.
 */
class WhistleTest {
  private static final int DEPTH = 7;

  private static final Unit LEAD = new Unit("a", "甲", false, Map.of());
  private static final Unit SECOND = new Unit("b", "乙", false, Map.of());

  private int ended;
  private int stopped;
  private int finished;

  @Test
  void noWhistleEndsAndNoCaseIsFinishedOverAnOpenShareThatNobodyWaived() {
    var ways = new EveryWay(deeds(), DEPTH, WhistleTest::situation, this::check);
    ways.walk();

    assertTrue(ended > 20, "whistles that were ended: " + ended);
    assertTrue(stopped > 20, "whistles that were stopped: " + stopped);
    assertTrue(finished > 20, "cases that were finished: " + finished);
    assertTrue(ways.refused() > 1000, "deeds that were refused: " + ways.refused());
    assertTrue(ways.situations() > 100, "situations that were reached: " + ways.situations());
  }

  private void check(CaseFile file, List<Deed> way) {
    Whistles whistles = file.assignments().whistles();
    assertTrue(
        whistles.all().stream().filter(Whistle::isOpen).count() <= 1, () -> "two last: " + way);
    assertEquals(
        awaited(file), running(file), () -> "whoever is awaited is timed, and nobody else: " + way);
    String last = way.get(way.size() - 1).name();
    if (last.endsWith("收哨")) {
      ended++;
      assertEquals(List.of(), openShares(file), () -> "ended over an open share: " + way);
    }
    if (file.stage() != Stage.DISPOSAL) {
      assertTrue(whistles.open().isEmpty(), () -> "lasts though nobody works: " + way);
      stopped += whistles.last().filter(Whistle::isStopped).isPresent() ? 1 : 0;
    }
    if (file.stage() == Stage.VERIFICATION) {
      finished++;
    }
    long said = way.stream().filter(deed -> deed.name().matches("甲(发位置)?到场")).count();
    assertTrue(came(file, "a") <= Math.min(said, whistles.all().size()), way::toString);
  }

  private static long came(CaseFile file, String unit) {
    return file.assignments().whistles().all().stream()
        .filter(each -> each.callOf(unit).flatMap(WhistleCall::arrived).isPresent())
        .count();
  }

  private static List<String> running(CaseFile file) {
    return file.clock().countdowns().stream()
        .filter(each -> each.kind() == CountdownKind.ARRIVAL && each.isRunning())
        .map(Countdown::name)
        .sorted()
        .toList();
  }

  private static List<String> awaited(CaseFile file) {
    return file.assignments().whistles().open().stream()
        .flatMap(whistle -> whistle.calls().stream())
        .filter(call -> call.arrived().isEmpty() && call.out().isEmpty())
        .map(WhistleCall::unit)
        .filter(unit -> file.assignments().owing().contains(unit))
        .sorted()
        .toList();
  }

  private static List<String> openShares(CaseFile file) {
    return file.assignments().openCoUnits().stream().map(Assignment::unit).toList();
  }

  private static String situation(CaseFile file) {
    String shares =
        file.assignments().all().stream()
            .map(
                each ->
                    each.unit() + each.part() + each.isSigned() + each.isEnded() + each.isOpen())
            .collect(Collectors.joining());
    String whistles =
        file.assignments().whistles().all().stream()
            .map(each -> each.isOpen() + "" + each.isStopped() + said(each))
            .collect(Collectors.joining());
    return file.stage() + shares + whistles;
  }

  private static String said(Whistle whistle) {
    return whistle.calls().stream()
        .map(each -> each.unit() + each.arrived().isPresent() + each.out())
        .collect(Collectors.joining());
  }

  private static List<Deed> deeds() {
    Actor dispatcher = EveryWay.actor(Role.DISPATCHER, Optional.empty());
    var here = new Place(116.65, 39.84, Crs.WGS_84);
    List<Deed> all = new ArrayList<>();
    all.add(new Deed("派遣给甲", EveryWay.dispatch(LEAD, List.of(), "清单"), dispatcher));
    all.add(new Deed("吹哨叫甲乙", EveryWay.whistle(LEAD, SECOND), dispatcher));
    all.add(new Deed("吹哨叫乙", EveryWay.whistle(SECOND), dispatcher));
    for (Unit unit : List.of(LEAD, SECOND)) {
      Actor member = EveryWay.actor(Role.UNIT_MEMBER, Optional.of(unit.code()));
      String who = unit.name();
      all.add(new Deed(who + "签收", new SignFor(), member));
      all.add(new Deed(who + "到场", new Arrive(Optional.empty()), member));
      all.add(new Deed(who + "发位置到场", new Arrive(Optional.of(here)), member));
      all.add(new Deed(who + "提交", EveryWay.result(), member));
      all.add(new Deed(who + "收哨", EveryWay.endWhistle(), member));
      all.add(new Deed(who + "免除乙", new Waive(SECOND, "不需要"), member));
      all.add(
          new Deed(
              who + "退出",
              new CoUnitOut(unit.code(), ReturnToDispatch.Why.SENT_BACK, "不归我管"),
              member));
      all.add(
          new Deed(
              who + "回退", new ReturnToDispatch(ReturnToDispatch.Why.SENT_BACK, "不归我管"), member));
    }
    return all;
  }
}
