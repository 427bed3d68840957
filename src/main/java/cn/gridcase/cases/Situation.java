package cn.gridcase.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 处境: what decides what a case owes, and whether its clock goes on.
 *
 * @param frozen 待指定: whether only a leader may say who leads it
 * @param district 区级办理: whether the district has it
 * @param signed whether its unit has signed for it 已签收
 * @param coSigned codes of the co-units 协办 that have
 * @param ledger 计时账, in order
 */
public record Situation(
    Stage stage,
    boolean frozen,
    boolean district,
    boolean signed,
    Set<String> coSigned,
    List<LedgerRow> ledger) {
  public Situation {
    coSigned = Set.copyOf(coSigned);
    ledger = List.copyOf(ledger);
  }

  /** The one that a case is in now. */
  public static Situation of(CaseFile file) {
    return new Situation(
        file.stage(),
        file.forwarding().isFrozen(),
        file.assignments().isWithDistrict(),
        file.assignment().filter(Assignment::isSigned).isPresent(),
        file.assignments().openCoUnits().stream()
            .filter(Assignment::isSigned)
            .map(Assignment::unit)
            .collect(Collectors.toSet()),
        file.clock().ledger().rows());
  }

  /** Whether whoever owes what this countdown runs for has signed for it. */
  public boolean isSignedFor(Countdown countdown) {
    return countdown.kind() == CountdownKind.CO_UNIT ? coSigned.contains(countdown.name()) : signed;
  }
}
