package cn.gridcase.cases;

import java.util.List;

/**
 * 处境: what decides what a case owes, and whether its clock goes on.
 *
 * @param signed whether its unit has signed for it 已签收
 * @param ledger 计时账, in order
 */
public record Situation(Stage stage, boolean signed, List<LedgerRow> ledger) {
  public Situation {
    ledger = List.copyOf(ledger);
  }

  /** The one that a case is in now. */
  public static Situation of(CaseFile file) {
    return new Situation(
        file.stage(),
        file.assignment().filter(Assignment::isSigned).isPresent(),
        file.clock().ledger().rows());
  }
}
