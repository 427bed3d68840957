package cn.gridcase.cases;

/** What a countdown runs for. */
public enum CountdownKind {
  /** 全案: the whole case, where its legs have limits of their own. */
  WHOLE,
  /** 阶段: a leg; most cases have one. */
  LEG,
  /** 环节: a stage, or the signing for an assignment. */
  STAGE
}
