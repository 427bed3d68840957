package cn.gridcase.time;

/** What a limit is counted in. */
public enum LimitKind {
  /** Natural minutes round the clock. */
  MINUTE("分钟"),
  /** Natural hours round the clock. */
  HOUR("小时"),
  /** Hours inside the working slots of working days. */
  WORKING_HOUR("工作时"),
  /** Working days, the first day not counted. */
  WORKING_DAY("工作日"),
  /** Calendar days, the first day not counted. */
  DAY("天");

  private final String chinese;

  LimitKind(String chinese) {
    this.chinese = chinese;
  }

  /** Whether it runs round the clock, whatever the calendar says. */
  public boolean isNatural() {
    return this == MINUTE || this == HOUR;
  }

  /** The unit as written in categories.yaml and shown on screens. */
  public String chinese() {
    return chinese;
  }
}
