package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.grid.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * 到场: somebody of a unit that was called is there; once a unit.
 *
 * @param place where they say they are; empty if they only say that they are there
 */
public record Arrive(Optional<Place> place) implements Move {
  public static final String TERM = "到场";

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment share = file.assignmentOf(actor, "报" + TERM);
    file.mustBeIn(Stage.DISPOSAL, "报" + TERM);
    WhistleCall call = called(file, share);
    int late = late(file, share.unit(), now);
    Optional<Integer> metres = place.flatMap(it -> metres(file, it));
    Change change =
        Change.to(Stage.DISPOSAL)
            .fact("unit", share.unit())
            .effect(its -> call.arrive(actor.ref(), late, now))
            .effect(its -> place.ifPresent(it -> call.stand(it, metres)))
            .effect(its -> met(its, share.unit(), now));
    Change timed = late > 0 ? change.fact("late", Integer.toString(late)) : change;
    return metres.map(far -> timed.fact("metres", far.toString())).orElse(timed);
  }

  private static WhistleCall called(CaseFile file, Assignment share) {
    Whistle whistle =
        file.assignments()
            .whistles()
            .open()
            .orElseThrow(() -> new Refused("案件" + file.number() + "现在没有吹哨，不用报到场。处理后直接回复处理情况即可。"));
    WhistleCall call =
        whistle
            .callOf(share.unit())
            .orElseThrow(() -> new Refused("案件" + file.number() + "这次吹哨没有叫您的单位，不用报到场。"));
    if (call.arrived().isPresent()) {
      throw new Refused("案件" + file.number() + "您单位已经报过到场，不用再报。");
    }
    if (!share.isOpen()) {
      throw new Refused("案件" + file.number() + "您单位的协办已经完成，不用再报到场。");
    }
    return call;
  }

  /** Whole minutes, and one at least for whoever is late at all. */
  private static int late(CaseFile file, String unit, Instant now) {
    return Whistles.arrivalOf(file, unit).stream()
        .flatMap(countdown -> countdown.due().stream())
        .map(due -> Duration.between(due.at(), now))
        .filter(over -> !over.isNegative() && !over.isZero())
        .map(over -> (int) over.plusMinutes(1).minusNanos(1).toMinutes())
        .findFirst()
        .orElse(0);
  }

  /** How far that is from where the case was found, where that is known. */
  static Optional<Integer> metres(CaseFile file, Place place) {
    return file.place().map(there -> (int) Math.round(there.wgs84().metresTo(place.wgs84())));
  }

  private static void met(CaseFile file, String unit, Instant now) {
    Whistles.arrivalOf(file, unit)
        .ifPresent(
            countdown -> {
              countdown.met(now);
              countdown.end(now);
            });
  }
}
