package cn.gridcase.cases;

import cn.gridcase.time.Pause;
import cn.gridcase.time.TimeLimit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Hibernate;

/** 计时账: what stopped the clock of one case, or gave it more time. */
@Embeddable
public class CaseLedger {
  @OneToMany(
      mappedBy = "file",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<LedgerRow> rows = new ArrayList<>();

  protected CaseLedger() {}

  /** For a replay: what was written there at some time. */
  static CaseLedger of(List<LedgerRow> then) {
    var ledger = new CaseLedger();
    ledger.rows.addAll(then);
    return ledger;
  }

  /** Reads it, before its case is cut off from the database. */
  void read() {
    Hibernate.initialize(rows);
  }

  /** All of it, in order. */
  public List<LedgerRow> rows() {
    return List.copyOf(rows);
  }

  /** 全镇停时: whether the town stopped the clock. */
  public boolean isHalted() {
    return pausedFor(LedgerKind.TOWN).isPresent();
  }

  void pause(CaseFile file, LedgerKind kind, Instant from, Optional<Instant> review) {
    rows.add(LedgerRow.pause(file, kind, from, review));
  }

  void extend(CaseFile file, TimeLimit by, Instant now) {
    rows.add(LedgerRow.extension(file, by, now));
  }

  Optional<LedgerRow> pausedFor(LedgerKind kind) {
    return open().filter(row -> row.kind() == kind).findFirst();
  }

  /** What stopped this case alone. */
  Optional<LedgerRow> ownPause() {
    return open().filter(row -> row.kind().isOwn()).findFirst();
  }

  /** What stopped this case alone, if the time agreed for it is over. */
  Optional<LedgerRow> reviewed(Instant now) {
    return ownPause().filter(row -> row.review().filter(at -> !now.isBefore(at)).isPresent());
  }

  long count(LedgerKind kind) {
    return rows.stream().filter(row -> row.kind() == kind).count();
  }

  /** Whatever stopped this case alone is over. */
  void resume(Instant now) {
    open().filter(row -> row.kind().isOwn()).forEach(row -> row.end(now));
  }

  /** Nothing stops it any more. */
  void end(Instant now) {
    open().forEach(row -> row.end(now));
  }

  void revive(Instant then) {
    rows.forEach(row -> row.revive(then));
  }

  /** 全镇停时 that came, or went, while nobody kept this ledger. */
  void credit(CaseFile file, List<Pause> halts) {
    for (Pause halt : halts) {
      Optional<LedgerRow> known =
          rows.stream()
              .filter(row -> row.kind() == LedgerKind.TOWN && row.from().equals(halt.from()))
              .findFirst();
      LedgerRow row =
          known.orElseGet(
              () -> LedgerRow.pause(file, LedgerKind.TOWN, halt.from(), Optional.empty()));
      if (known.isEmpty()) {
        rows.add(row);
      }
      halt.to().filter(to -> row.isOpen()).ifPresent(row::end);
    }
  }

  private Stream<LedgerRow> open() {
    return rows.stream().filter(LedgerRow::isOpen);
  }
}
