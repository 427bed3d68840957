package cn.gridcase.cases;

import cn.gridcase.time.Due;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 往案: a case that has closed, with what its history says of its deadlines; to be read only. */
public final class PastCase {
  private final CaseFile file;
  private final List<PastMove> moves;

  PastCase(CaseFile file, List<PastMove> moves) {
    this.file = file;
    this.moves = List.copyOf(moves);
  }

  /** Its record, as it is now. */
  public CaseFile file() {
    return file;
  }

  /** Hashes of all the rules it went by. */
  public Set<String> configs() {
    return moves.stream()
        .map(PastMove::config)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether it closed with countdowns; those from before these were kept have none. */
  public boolean isTimed() {
    return !file.clock().countdowns().isEmpty();
  }

  /** Its life by its own rules; empty if by them it had other legs than it has. */
  public Optional<List<Moment>> lived(Function<String, DeadlineRules> rules) {
    return replayed(
        move -> rules.apply(move.config()),
        rules.apply(registration().config()).terms(file, registration().at()));
  }

  /**
   * Its life as it would have been by these rules; empty if they do not know its category, or
   * divide it into other legs.
   */
  public Optional<List<Moment>> under(DeadlineRules rules) {
    return rules
        .categories()
        .named(file.category())
        .flatMap(known -> replayed(move -> rules, rules.terms(file, registration().at())));
  }

  private Optional<List<Moment>> replayed(
      Function<PastMove, DeadlineRules> rules, List<Terms> terms) {
    return terms.size() + file.reopened() == file.clock().work().size()
        ? Optional.of(new Replay(file, moves).under(rules, terms))
        : Optional.empty();
  }

  private PastMove registration() {
    return moves.stream()
        .filter(move -> move.name().equals(Register.TERM))
        .findFirst()
        .orElseThrow();
  }

  /** What of its record is not as it was lived by its own rules, if anything. */
  public Optional<String> difference(List<Moment> lived) {
    String due = "";
    for (int i = 0; i < moves.size(); i++) {
      due = moves.get(i).fact("due").orElse(due);
      if (!due.equals(said(lived.get(i).due()))) {
        return Optional.of("流转记录第" + (i + 1) + "条的截止时间");
      }
    }
    if (!due.equals(said(file.due()))) {
      return Optional.of("案卷的截止时间");
    }
    return isLike(file.clock(), end(lived).clock()) ? Optional.empty() : Optional.of("各时限的起止或截止时间");
  }

  private static boolean isLike(CaseClock stored, CaseClock lived) {
    List<Countdown> mine = inOrder(stored);
    List<Countdown> theirs = inOrder(lived);
    boolean isLike = mine.size() == theirs.size();
    for (int i = 0; isLike && i < mine.size(); i++) {
      isLike = mine.get(i).isLike(theirs.get(i));
    }
    return isLike;
  }

  private static List<Countdown> inOrder(CaseClock clock) {
    return clock.countdowns().stream()
        .sorted(
            Comparator.comparing((Countdown each) -> each.started().orElse(Instant.MAX))
                .thenComparing(Countdown::kind)
                .thenComparing(Countdown::name))
        .toList();
  }

  private static String said(Optional<Due> due) {
    return due.map(its -> its.at().toString()).orElse("");
  }

  /** 按时: whether a life ended with the result handed in by the deadline. */
  public static boolean isInTime(List<Moment> lived) {
    Optional<Instant> due = end(lived).due().map(Due::at);
    return legs(lived).stream()
        .reduce((first, last) -> last)
        .flatMap(Countdown::met)
        .filter(met -> due.filter(at -> !met.isAfter(at)).isPresent())
        .isPresent();
  }

  /** 阶段: its legs, as they were in the end. */
  public static List<Countdown> legs(List<Moment> lived) {
    return end(lived).clock().countdowns().stream()
        .filter(each -> each.kind() == CountdownKind.LEG)
        .toList();
  }

  private static Moment end(List<Moment> lived) {
    return lived.get(lived.size() - 1);
  }
}
