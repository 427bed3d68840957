package cn.gridcase.cases;

import cn.gridcase.time.Due;
import cn.gridcase.time.Ledger;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 计时: one limit of a case, running from a start; when it is due is derived from its ledger. */
@Entity
public class Countdown {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "countdown_seq")
  @SequenceGenerator(name = "countdown_seq", sequenceName = "countdown_seq", allocationSize = 50)
  private @Nullable Long id;

  @SuppressWarnings("UnusedVariable") // Read by Hibernate: it is the row's case_id.
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private CaseFile file;

  @Enumerated(EnumType.STRING)
  private CountdownKind kind;

  private String name;

  @Column(name = "time_limit")
  private String limit;

  private @Nullable String shift;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "due_provisional")
  private boolean dueProvisional;

  private String calendar = "";

  @Column(name = "met_at")
  private @Nullable Instant metAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @SuppressWarnings("NullAway.Init")
  protected Countdown() {}

  Countdown(CaseFile file, Terms terms) {
    this.file = file;
    this.kind = terms.kind();
    this.name = terms.name();
    this.limit = terms.limit().said();
    this.shift = terms.shift().orElse(null);
  }

  /** A copy for a replay, never stored. */
  Countdown replayed() {
    var copy = new Countdown(file, new Terms(kind, name, limit(), Optional.ofNullable(shift)));
    copy.dueAt = dueAt;
    copy.dueProvisional = dueProvisional;
    copy.calendar = calendar;
    copy.follow(this, Instant.MAX);
    return copy;
  }

  /** Starts and ends as the other did, as far as it had by then. */
  void follow(Countdown other, Instant then) {
    startedAt = upTo(then, other.startedAt);
    metAt = upTo(then, other.metAt);
    endedAt = upTo(then, other.endedAt);
  }

  private static @Nullable Instant upTo(Instant then, @Nullable Instant at) {
    return at == null || at.isAfter(then) ? null : at;
  }

  /** Whether the other one is the same in all that a person could see of it. */
  boolean isLike(Countdown other) {
    return kind == other.kind
        && name.equals(other.name)
        && limit.equals(other.limit)
        && Objects.equals(shift, other.shift)
        && Objects.equals(startedAt, other.startedAt)
        && Objects.equals(metAt, other.metAt)
        && Objects.equals(endedAt, other.endedAt)
        // A new calendar that moves no deadline of the work is not in the history.
        && (due().equals(other.due()) || (!kind.isOfWork() && !calendar.equals(other.calendar)));
  }

  /** The row, by which due rows of others refer to it. */
  public long id() {
    return Objects.requireNonNull(id, "stored with its case");
  }

  /** 全案, 阶段 or 环节. */
  public CountdownKind kind() {
    return kind;
  }

  /** Name of the leg or stage, or number of the order. */
  public String name() {
    return name;
  }

  /** 时限: what it may use. */
  public TimeLimit limit() {
    return TimeLimit.parse(limit);
  }

  /** When it is due 截止时间; empty before it starts and while it stands still. */
  public Optional<Due> due() {
    return Optional.ofNullable(dueAt).map(at -> new Due(at, dueProvisional));
  }

  /** When it started, once it has. */
  public Optional<Instant> started() {
    return Optional.ofNullable(startedAt);
  }

  /** 达标: when what was owed was handed in, once it was. */
  public Optional<Instant> met() {
    return Optional.ofNullable(metAt);
  }

  /** 按时: whether what was owed was handed in by the deadline. */
  public boolean isMetInTime() {
    return metAt != null && dueAt != null && !metAt.isAfter(dueAt);
  }

  boolean hasStartedBy(Instant then) {
    return upTo(then, startedAt) != null;
  }

  /** Whether it has started and not ended; it may stand still. */
  public boolean isRunning() {
    return startedAt != null && endedAt == null;
  }

  /** What happened to it; only once it has started. */
  public Ledger ledger(List<LedgerRow> rows) {
    return new Ledger(
        Optional.ofNullable(startedAt).orElseThrow(),
        limit(),
        rows.stream().filter(this::heeds).flatMap(row -> row.pause().stream()).toList(),
        rows.stream().filter(this::heeds).flatMap(row -> row.extension().stream()).toList());
  }

  /** The calendar with the hours in which it runs. */
  public WorkCalendar hours(WorkCalendar usual) {
    return usual.of(Optional.ofNullable(shift));
  }

  /** Whether the calendar has those hours. */
  boolean isTimedBy(WorkCalendar usual) {
    return shift == null || usual.shifts().stream().anyMatch(one -> one.name().equals(shift));
  }

  /**
   * An emergency goes on whatever the town does; more time is for the work alone; whoever is called
   * comes, whatever else stands still.
   */
  private boolean heeds(LedgerRow row) {
    return kind != CountdownKind.ARRIVAL
        && switch (row.kind()) {
          case SUSPENSION, LEGAL, REPORTER -> true;
          case TOWN -> !limit().kind().isNatural();
          case EXTENSION -> kind.isOfWork() && !row.from().isBefore(startedAt());
        };
  }

  private Instant startedAt() {
    return Optional.ofNullable(startedAt).orElseThrow();
  }

  boolean isWaiting() {
    return startedAt == null && endedAt == null;
  }

  void start(Instant now) {
    startedAt = now;
  }

  boolean isMovedBy(List<LedgerRow> rows, WorkCalendar usual) {
    return kind.isOfWork() && !hours(usual).due(ledger(rows)).equals(due());
  }

  void derive(List<LedgerRow> rows, WorkCalendar usual) {
    Optional<Due> due = hours(usual).due(ledger(rows));
    dueAt = due.map(Due::at).orElse(null);
    dueProvisional = due.map(Due::provisional).orElse(false);
    calendar = usual.version();
  }

  /** What was owed was handed in then, which is what counts against the deadline. */
  void met(Instant at) {
    metAt = at;
  }

  /** Ends with the share it runs for, if that is over. */
  void endOf(Assignment share, Instant now) {
    if (!share.isOpen()) {
      share.handedIn().ifPresent(this::met);
      end(now);
    }
  }

  void end(Instant now) {
    endedAt = now;
  }

  void revive(Instant then) {
    endedAt = then.equals(endedAt) ? null : endedAt;
  }
}
