package cn.gridcase.cases;

/** What a countdown runs for. */
public enum CountdownKind {
  /** 全案: the whole case, where its legs have limits of their own. */
  WHOLE,
  /** 阶段: a leg; most cases have one. */
  LEG,
  /** 环节: a stage, or the signing for an assignment. */
  STAGE,
  /** 督办: the answer to a supervision order, whose number is its name. */
  ORDER,
  /** 协办: the share of a co-unit, whose code is its name. */
  CO_UNIT,
  /** 到场: somebody of a unit that was called is there; its code is its name. */
  ARRIVAL;

  /** Whether it runs for the work itself, so that a result is owed for it. */
  public boolean isOfWork() {
    return this == WHOLE || this == LEG;
  }

  /** Whether a move begins it, and not the rules alone. */
  boolean isOfUnit() {
    return this == ORDER || this == CO_UNIT || this == ARRIVAL;
  }
}
