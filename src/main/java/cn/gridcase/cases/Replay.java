package cn.gridcase.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * 重演: the life of one case once more, move by move, by its own rules or by others. What people did
 * and when stays; what may be used, and so what is due, is derived anew.
 */
final class Replay {
  private final CaseFile file;
  private final List<PastMove> moves;

  Replay(CaseFile file, List<PastMove> moves) {
    this.file = file;
    this.moves = List.copyOf(moves);
  }

  /**
   * Its life, a moment for each move.
   *
   * @param rules by which a move would have been decided
   * @param terms as many as the case had legs and whole when it was registered
   */
  List<Moment> under(Function<PastMove, DeadlineRules> rules, List<Terms> terms) {
    List<Moment> lived = new ArrayList<>();
    CaseClock clock = new CaseClock();
    var standing = new Standing();
    for (int i = 0; i < moves.size(); i++) {
      PastMove move = moves.get(i);
      DeadlineRules by = rules.apply(move);
      standing.heed(move);
      var situation = standing.situation(move.to(), ledger(move.at()));
      clock = clock.replayed(situation.ledger());
      if (move.name().equals(Register.TERM)) {
        clock.plan(file, terms);
      }
      if (move.name().equals(Reopen.TERM)) {
        clock.plan(file, List.of(Reopen.leg(by.terms(file, move.at()))));
      }
      clock.follow(file.clock(), move.at());
      if (DistrictWord.TERMS.contains(move.name())) {
        DistrictWord.heard(clock, move.at());
      }
      if (isTimed(i)) {
        clock.stand(file, by.categories().stageOf(file.category(), situation), move.at());
        clock.derive(by.calendar());
      }
      lived.add(new Moment(move.at(), until(i), situation, clock, by.calendar()));
    }
    return lived;
  }

  /**
   * As when it happened: in 待受理 a clock is read once, and not if the case is registered at once.
   */
  private boolean isTimed(int i) {
    return moves.get(i).to() != Stage.INTAKE || (i == 0 && until(0).isAfter(moves.get(0).at()));
  }

  private Instant until(int i) {
    return i + 1 < moves.size() ? moves.get(i + 1).at() : Instant.MAX;
  }

  /** What the ledger said then. */
  private List<LedgerRow> ledger(Instant then) {
    return file.clock().ledger().rows().stream()
        .filter(row -> !known(row.from(), row, LedgerKind.TOWN.chinese(), "from").isAfter(then))
        .map(
            row ->
                row.to()
                        .map(to -> known(to, row, TownResume.TERM, "to"))
                        .filter(at -> !at.isAfter(then))
                        .isPresent()
                    ? row
                    : row.reopened())
        .toList();
  }

  /** What holds for the whole town comes to a case some moments after it began. */
  private Instant known(Instant at, LedgerRow row, String move, String fact) {
    Optional<Instant> heard =
        moves.stream()
            .filter(its -> row.kind() == LedgerKind.TOWN && its.name().equals(move))
            .filter(its -> its.fact(fact).equals(Optional.of(at.toString())))
            .map(PastMove::at)
            .findFirst();
    return heard.orElse(at);
  }
}
