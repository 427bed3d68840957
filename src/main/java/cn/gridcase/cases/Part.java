package cn.gridcase.cases;

/** What a unit's share of a case is. */
public enum Part {
  /** 主办: answers for the case, and hands in its result. */
  LEAD("主办"),
  /** 协办: does a share of it, and hands in a result of its own to the lead. */
  CO_UNIT("协办");

  private final String chinese;

  Part(String chinese) {
    this.chinese = chinese;
  }

  /** As shown on screens. */
  public String chinese() {
    return chinese;
  }
}
