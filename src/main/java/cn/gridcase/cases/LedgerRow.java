package cn.gridcase.cases;

import cn.gridcase.time.Extension;
import cn.gridcase.time.Pause;
import cn.gridcase.time.TimeLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 计时账: one stretch in which a case's clocks stand still, or time granted on top. */
@Entity
@Table(name = "ledger_row")
public class LedgerRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_row_seq")
  @SequenceGenerator(name = "ledger_row_seq", sequenceName = "ledger_row_seq", allocationSize = 50)
  private @Nullable Long id;

  @SuppressWarnings("UnusedVariable") // Read by Hibernate: it is the row's case_id.
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private CaseFile file;

  @Enumerated(EnumType.STRING)
  private LedgerKind kind;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "to_at")
  private @Nullable Instant toAt;

  @Column(name = "review_at")
  private @Nullable Instant reviewAt;

  @Column(name = "more")
  private @Nullable String more;

  @SuppressWarnings("NullAway.Init")
  protected LedgerRow() {}

  private LedgerRow(CaseFile file, LedgerKind kind, Instant from) {
    this.file = file;
    this.kind = kind;
    this.fromAt = from;
  }

  static LedgerRow pause(CaseFile file, LedgerKind kind, Instant from, Optional<Instant> review) {
    LedgerRow row = new LedgerRow(file, kind, from);
    row.reviewAt = review.orElse(null);
    return row;
  }

  static LedgerRow extension(CaseFile file, TimeLimit by, Instant now) {
    LedgerRow row = new LedgerRow(file, LedgerKind.EXTENSION, now);
    row.toAt = now;
    row.more = by.said();
    return row;
  }

  /** Why the clocks stand still, or 延期. */
  public LedgerKind kind() {
    return kind;
  }

  /** From when on. */
  public Instant from() {
    return fromAt;
  }

  /** Until when; empty while it lasts. */
  public Optional<Instant> to() {
    return Optional.ofNullable(toAt);
  }

  /** When the clocks go on by themselves 复核日期, where that was agreed. */
  public Optional<Instant> review() {
    return Optional.ofNullable(reviewAt);
  }

  /** A copy, never stored, of what it was while it lasted. */
  LedgerRow reopened() {
    LedgerRow row = new LedgerRow(file, kind, fromAt);
    row.reviewAt = reviewAt;
    return row;
  }

  boolean isOpen() {
    return toAt == null;
  }

  void end(Instant at) {
    toAt = at;
  }

  void revive(Instant then) {
    toAt = then.equals(toAt) ? null : toAt;
  }

  Optional<Pause> pause() {
    return more == null ? Optional.of(new Pause(fromAt, to())) : Optional.empty();
  }

  Optional<Extension> extension() {
    return Optional.ofNullable(more).map(by -> new Extension(fromAt, TimeLimit.parse(by)));
  }
}
