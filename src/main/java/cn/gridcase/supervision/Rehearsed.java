package cn.gridcase.supervision;

import cn.gridcase.cases.PastCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 预演结果: what came of lives lived again; nothing in it tells who reported what. */
final class Rehearsed {
  private final List<Past> cases = new ArrayList<>();
  private final List<String> differing = new ArrayList<>();
  private final List<String> toldOtherwise = new ArrayList<>();
  private final List<PastCases.Shifted> shifted = new ArrayList<>();
  private int undated;
  private int unreadable;
  private int compared;

  /**
   * How a case ended, in one life.
   *
   * @param legs for each leg whether it was in time, where there are several
   * @param rungs the names of those told, each as often as it was
   */
  record Life(boolean inTime, List<Boolean> legs, List<String> rungs) {
    Life {
      legs = List.copyOf(legs);
      rungs = List.copyOf(rungs);
    }
  }

  /**
   * One case.
   *
   * @param unit that last owed the work
   * @param after empty if the new rules do not fit it
   */
  record Past(String number, String unit, Life before, Optional<Life> after) {}

  void add(Past past) {
    cases.add(past);
  }

  /** Its record is not what its own rules make of it. */
  void differs(String number, String what) {
    differing.add(number + "：" + what);
  }

  /** Closed before countdowns were kept. */
  void isUndated() {
    undated++;
  }

  /** Its rules are not to be read by this version. */
  void isUnreadable() {
    unreadable++;
  }

  /** The rungs it was told could be held against the ladder. */
  void compared(String number, boolean same) {
    compared++;
    if (!same) {
      toldOtherwise.add(number);
    }
  }

  void shifts(PastCases.Shifted open) {
    shifted.add(open);
  }

  List<Past> cases() {
    return List.copyOf(cases);
  }

  List<String> differing() {
    return List.copyOf(differing);
  }

  List<String> toldOtherwise() {
    return List.copyOf(toldOtherwise);
  }

  List<PastCases.Shifted> shifted() {
    return List.copyOf(shifted);
  }

  int undated() {
    return undated;
  }

  int unreadable() {
    return unreadable;
  }

  int compared() {
    return compared;
  }

  /** Whether what was lived again is what is written down. */
  boolean isTrue() {
    return differing.isEmpty() && toldOtherwise.isEmpty();
  }
}
