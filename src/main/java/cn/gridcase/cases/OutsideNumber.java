package cn.gridcase.cases;

/**
 * 外部编号: by what others know a case.
 *
 * @param holder who does, where that is not clear from the kind; else empty
 * @param leg 阶段 it belongs to; empty if it is the whole case's
 */
public record OutsideNumber(Kind kind, String number, String holder, String leg) {
  /** Whose it is. */
  public enum Kind {
    /** 案号: of an administrative penalty case. */
    LEGAL,
    /** 交办号: of the district, which gave the case to the town. */
    ASSIGNED,
    /** 区级回执号: of the district, to which it was handed up. */
    DISTRICT,
    /** 移送回执号: of whom it was sent away to. */
    SENT_AWAY
  }

  /** As it is read, with its leg. */
  public String said() {
    return leg.isEmpty() ? number : number + "（" + leg + "）";
  }
}
