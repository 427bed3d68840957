package cn.gridcase.cases;

/** What moves the deadline of a case. */
public enum LedgerKind {
  /** 挂账: approved, until a review. */
  SUSPENSION("挂账"),
  /** 法定程序: notice, hearing or appraisal; approved, until a review. */
  LEGAL("法定程序"),
  /** 待补充: the reporter was asked something. */
  REPORTER("待补充"),
  /** 全镇停时: force majeure for the whole town; natural hours go on. */
  TOWN("全镇停时"),
  /** 延期: more time, granted. */
  EXTENSION("延期");

  private final String chinese;

  LedgerKind(String chinese) {
    this.chinese = chinese;
  }

  /** As shown on screens. */
  public String chinese() {
    return chinese;
  }

  /** Whether it belongs to this case alone and so ends with a result. */
  boolean isOwn() {
    return switch (this) {
      case SUSPENSION, LEGAL, REPORTER -> true;
      case TOWN, EXTENSION -> false;
    };
  }
}
