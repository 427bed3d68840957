package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.time.Due;

/**
 * 督办单: somebody in charge tells a unit in writing what to do about a case, and by when.
 *
 * @param number such as {@code 20261128-01}; people write 督 before it
 * @param unit code of the receiver
 * @param due when the unit has to have answered
 * @param issuer userid
 */
public record SupervisionOrder(
    String number,
    CaseNumber file,
    Basis basis,
    String unit,
    Due due,
    String issuer,
    boolean isAnswered,
    boolean isClosed) {

  /** 依据: why it was issued, as the case says. */
  public enum Basis {
    OVERDUE("案件超期"),
    REWORKED("核查不通过"),
    ORDERED("领导交办");

    private final String chinese;

    Basis(String chinese) {
      this.chinese = chinese;
    }

    /** As people read it. */
    public String chinese() {
      return chinese;
    }
  }

  /** For one that does not exist and for one that is not theirs: the same words. */
  public static Refused notFound(String number) {
    return new Refused("没有找到督办单 " + number + "，或者它不归您办。请核对单号。");
  }

  void mustBeOpen() {
    if (isClosed) {
      throw new Refused("督办单 " + number + " 已经办结。");
    }
  }
}
