package cn.gridcase.supervision;

import cn.gridcase.cases.Arrive;
import cn.gridcase.cases.Colour;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Part;
import cn.gridcase.cases.Situation;
import cn.gridcase.cases.Stage;
import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import java.util.List;
import java.util.Optional;

/**
 * 阶梯的一级: who is told when a countdown comes that far; once a countdown, or again and again.
 *
 * @param name as people read it, such as 预警; each once in the ladder
 * @param again 再提醒: how long after it is told the next time, as long as the case does not move on
 * @param of 处置 for what a result is owed for, 督办 for the answer to an order, 协办 for the share of a
 *     co-unit, 到场 for the arrival of a unit that was called, or the stage, or 签收
 * @param unsigned only while nobody has signed
 * @param issuer whoever issued the order, leads the co-unit, or blew the whistle is told, too
 * @param colour 等级, where it has one
 * @param order issued to the unit together with the text, where there is one
 */
record Rung(
    String name,
    Mark at,
    Optional<TimeLimit> again,
    List<String> of,
    boolean unsigned,
    List<Role> tell,
    boolean issuer,
    Optional<Colour> colour,
    Optional<Demand> order) {
  /** 处置: the whole case and its legs, which a result is owed for. */
  static final String DISPOSAL = "处置";

  /** 督办: the answers to supervision orders. */
  static final String ORDERS = "督办";

  /** 协办: the shares of co-units. */
  static final String SHARES = Part.CO_UNIT.chinese();

  /** 到场: the arrivals of units that a whistle calls. */
  static final String ARRIVALS = Arrive.TERM;

  Rung {
    of = List.copyOf(of);
    tell = List.copyOf(tell);
  }

  boolean isOf(Countdown countdown) {
    return of.contains(
        switch (countdown.kind()) {
          case WHOLE, LEG -> DISPOSAL;
          case STAGE -> countdown.name();
          case ORDER -> ORDERS;
          case CO_UNIT -> SHARES;
          case ARRIVAL -> ARRIVALS;
        });
  }

  /** Its name, with its colour in a word. */
  String said() {
    return colour.map(its -> its.said() + " " + name).orElse(name);
  }

  /** Whether a countdown of this kind always has a next time to be looked at. */
  boolean neverEndsFor(String name) {
    return again.isPresent() && !unsigned && of.contains(name);
  }

  /** Whether there is something to tell of a case in this situation. */
  boolean isTrueOf(Countdown countdown, Situation its) {
    return !unsigned || its.stage() == Stage.DISPATCH || !its.isSignedFor(countdown);
  }
}
