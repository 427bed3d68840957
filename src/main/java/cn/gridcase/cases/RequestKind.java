package cn.gridcase.cases;

/** What a unit may ask for. */
public enum RequestKind {
  EXTENSION("延期", LedgerKind.EXTENSION),
  SUSPENSION("挂账", LedgerKind.SUSPENSION),
  LEGAL("法定程序", LedgerKind.LEGAL);

  private final String chinese;
  private final LedgerKind ledger;

  RequestKind(String chinese, LedgerKind ledger) {
    this.chinese = chinese;
    this.ledger = ledger;
  }

  /** As shown on screens. */
  public String chinese() {
    return chinese;
  }

  /** How one asks for it. */
  public String example(CaseNumber number) {
    return this == EXTENSION
        ? "延期 " + number + " 2工作日 配件未到货"
        : chinese + " " + number + " 30天 等开春施工";
  }

  LedgerKind ledger() {
    return ledger;
  }
}
