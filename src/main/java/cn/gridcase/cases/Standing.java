package cn.gridcase.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 处境推演: who has signed for a case, and whether only a leader forwards it, as its history goes on.
 */
final class Standing {
  private String lead = "";
  private boolean district;
  private final Set<String> signed = new HashSet<>();
  private final Forwarding forwarding = new Forwarding();

  /** A new assignment waits for its signature, and so does one whose signer has left. */
  void heed(PastMove move) {
    Optional<String> unit = move.fact("unit");
    if (isGiven(move)) {
      signed.clear();
      district = move.name().equals(RaiseToDistrict.TERM);
      lead = unit.orElseThrow();
    }
    forward(move);
    switch (move.name()) {
      case SignFor.TERM, DistrictWord.RECEIPT_TERM -> signed.add(unit.orElseThrow());
      case SignerLeft.TERM, Transfer.TERM, AddCoUnit.TERM, CoUnitOut.TERM, Waive.TERM ->
          signed.remove(unit.orElseThrow());
      case SubmitResult.TERM -> handedIn(unit.orElseThrow());
      case Pass.TERM, Reopen.TERM -> signed.remove(lead);
      default -> {
        if (move.to() == Stage.DISPATCH) {
          signed.clear();
        }
      }
    }
  }

  /** A whistle gives a case to its units only where it was not theirs already. */
  private static boolean isGiven(PastMove move) {
    return DispatchTo.TERMS.contains(move.name())
        || move.name().equals(RaiseToDistrict.TERM)
        || (move.name().equals(BlowWhistle.TERM) && move.fact("unit").isPresent());
  }

  private void forward(PastMove move) {
    boolean isRaised = move.name().equals(RaiseToDistrict.TERM) && forwarding.isFrozen();
    if (move.name().equals(Designate.TERM) || isRaised) {
      forwarding.designate();
    }
    if (move.name().equals(HandUp.TERM) || move.name().equals(HandDown.TERM)) {
      forwarding.changeLevel();
    }
    if (move.name().equals(ReturnToDispatch.TERM)) {
      forwarding.returned(ReturnToDispatch.Why.valueOf(move.fact("why").orElseThrow()), lead);
    }
  }

  /** The lead still has the case while it is verified. */
  private void handedIn(String unit) {
    if (!unit.equals(lead)) {
      signed.remove(unit);
    }
  }

  Situation situation(Stage stage, List<LedgerRow> ledger) {
    return new Situation(
        stage,
        forwarding.isFrozen(),
        district,
        signed.contains(lead),
        signed.stream().filter(unit -> !unit.equals(lead)).collect(Collectors.toSet()),
        ledger);
  }
}
