package cn.gridcase.cases;

/** 环节: where a case is, and so who owes the next step. */
public enum Stage {
  INTAKE("待受理"),
  CHECKING("待核实"),
  DISPATCH("待派遣"),
  DISPOSAL("处置中"),
  FEEDBACK("待批转"),
  VERIFICATION("待核查"),
  CLOSURE("待结案"),
  CLOSED("已结案"),
  DECLINED("不予立案"),
  VOIDED("作废"),
  MERGED("已并案");

  private final String chinese;

  Stage(String chinese) {
    this.chinese = chinese;
  }

  /** 环节 as shown on screens. */
  public String chinese() {
    return chinese;
  }

  /** Whether nobody owes a next step any more. */
  public boolean isEnd() {
    return switch (this) {
      case CLOSED, DECLINED, VOIDED, MERGED -> true;
      case INTAKE, CHECKING, DISPATCH, DISPOSAL, FEEDBACK, VERIFICATION, CLOSURE -> false;
    };
  }

  /** Whether a result is owed here, so that the limits of the case itself count. */
  public boolean owesResult() {
    return this == DISPATCH || this == DISPOSAL;
  }
}
