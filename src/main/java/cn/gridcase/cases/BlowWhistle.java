package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 吹哨: units are called to the place of a case at once. One that waits to be dispatched is given to
 * them by that, and the first leads; one that is worked on keeps its lead, who has to come, too.
 *
 * @param called 被叫单位
 * @param reason they read it
 * @param unmanned those of them nobody of whom may come
 * @param allowed what a community may get
 */
public record BlowWhistle(
    WhistleKind kind,
    List<Unit> called,
    String reason,
    List<Unit> unmanned,
    WhistleRules rules,
    CommunityWork allowed,
    Categories categories)
    implements Move {
  public static final String TERM = "吹哨";
  private static final int MOST_CHARACTERS = 200;

  public BlowWhistle {
    called = List.copyOf(called);
    unmanned = List.copyOf(unmanned);
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    actor.mustBe(TERM, rules.blowers().toArray(Role[]::new));
    mustBeAtWork(file);
    mustBeSaid(file);
    mustBeGood(file);
    boolean isNew = file.stage() == Stage.DISPATCH;
    Change change =
        Change.to(Stage.DISPOSAL)
            .fact("kind", kind.name())
            .fact("round", Integer.toString(file.assignments().whistles().all().size() + 1))
            .fact("called", String.join(",", codes(file)))
            .words(reason)
            .effect(its -> blow(its, actor, now));
    return isNew ? change.fact("unit", called.get(0).code()) : change;
  }

  private static void mustBeAtWork(CaseFile file) {
    if (file.stage() != Stage.DISPOSAL) {
      file.mustBeIn(Stage.DISPATCH, TERM);
      file.forwarding().mustNotBeFrozen(file.number());
    } else if (file.assignments().isWithDistrict()) {
      throw new Refused("案件%1$s在区级办理，不能吹哨叫镇里的单位。区里退给镇里的，请回复：下派 %1$s 原因".formatted(file.number()));
    }
    Optional<Whistle> open = file.assignments().whistles().open();
    if (open.isPresent()) {
      throw new Refused(
          "案件%s的%s还没有收，收哨以后才能再吹。要再加一个单位的，可以回复：增派 %1$s 单位"
              .formatted(file.number(), open.get().kind().chinese()));
    }
  }

  private void mustBeSaid(CaseFile file) {
    if (called.isEmpty()) {
      throw new Refused("请写明叫哪些单位来，例如：" + example(file));
    }
    if (reason.isBlank()) {
      throw new Refused("吹哨要写明理由，被叫的单位会看到，例如：" + example(file));
    }
    if (reason.length() > MOST_CHARACTERS) {
      throw new Refused("吹哨的理由最多" + MOST_CHARACTERS + "个字，请写短一些。");
    }
  }

  /** How to blow one, typed. */
  private static String example(CaseFile file) {
    return "吹哨 " + file.number() + " 应急 叫 城管执法队、消防站 理由 占道经营堵住消防通道";
  }

  private void mustBeGood(CaseFile file) {
    List<String> owing = file.assignments().owing();
    Set<Unit> seen = new HashSet<>();
    for (Unit unit : called) {
      if (!seen.add(unit)) {
        throw new Refused(unit.name() + "写了两次。请把每个单位只写一次。");
      }
      if (unmanned.contains(unit)) {
        throw new Refused(unit.name() + "现在没有能来的处置人员，请改叫别的单位。");
      }
      DispatchTo.mustBeOfTown(unit, file);
      if (file.stage() == Stage.DISPATCH || !owing.contains(unit.code())) {
        DispatchTo.mustNotHaveHandedUp(unit, file);
        allowed.mustHold(unit, file, categories);
      }
    }
  }

  /** All who are to come, whoever leads first. */
  private List<String> codes(CaseFile file) {
    Stream<String> named = called.stream().map(Unit::code);
    Stream<String> lead =
        file.stage() == Stage.DISPATCH
            ? Stream.empty()
            : file.assignment().map(Assignment::unit).stream();
    return Stream.concat(lead, named).distinct().collect(Collectors.toList());
  }

  private void blow(CaseFile file, Actor actor, Instant now) {
    List<String> all = codes(file);
    boolean isNew = file.stage() == Stage.DISPATCH;
    // Who is in it already is called without a second share.
    List<String> owing = isNew ? List.of() : file.assignments().owing();
    all.stream()
        .filter(unit -> !owing.contains(unit))
        .forEach(
            unit ->
                file.assign(
                    unit, isNew && unit.equals(all.get(0)) ? Part.LEAD : Part.CO_UNIT, now));
    file.assignments().whistles().blow(file, kind, all, actor.ref(), now);
    for (String unit : all) {
      file.clock()
          .plan(
              file,
              List.of(
                  new Terms(
                      CountdownKind.ARRIVAL, unit, rules.arrivalFor(kind), Optional.empty())));
    }
    file.clock().countdowns().stream()
        .filter(each -> each.kind() == CountdownKind.ARRIVAL && each.isWaiting())
        .forEach(each -> each.start(now));
  }
}
