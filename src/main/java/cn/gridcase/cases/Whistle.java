package cn.gridcase.cases;

import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** 哨: some units are called to the place of a case, until the one that leads ends it. */
@Entity
public class Whistle {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "whistle_seq")
  @SequenceGenerator(name = "whistle_seq", sequenceName = "whistle_seq", allocationSize = 50)
  private @Nullable Long id;

  @SuppressWarnings("UnusedVariable") // Read by Hibernate: it is the row's case_id.
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private CaseFile file;

  private int round;

  @Enumerated(EnumType.STRING)
  private WhistleKind kind;

  @Column(name = "blown_by")
  private UUID blownBy;

  @Column(name = "blown_at")
  private Instant blownAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private boolean stopped;

  @Column(name = "rate_until")
  private @Nullable Instant rateUntil;

  @SuppressWarnings("UnusedVariable") // Read by whoever looks for what is still to be rated.
  @Column(name = "rated_at")
  private @Nullable Instant ratedAt;

  @OneToMany(
      mappedBy = "whistle",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<WhistleCall> calls = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Whistle() {}

  Whistle(
      CaseFile file, int round, WhistleKind kind, List<String> units, UUID blownBy, Instant now) {
    this.file = file;
    this.round = round;
    this.kind = kind;
    this.blownBy = blownBy;
    this.blownAt = now;
    units.forEach(unit -> calls.add(new WhistleCall(this, unit)));
  }

  /** Reads it, before its case is cut off from the database. */
  void read() {
    Hibernate.initialize(calls);
  }

  /** Which of its case it is, from 1. */
  public int round() {
    return round;
  }

  /** 哨种. */
  public WhistleKind kind() {
    return kind;
  }

  /** When it was blown. */
  public Instant blownAt() {
    return blownAt;
  }

  /** When it ended; empty while it lasts. */
  public Optional<Instant> ended() {
    return Optional.ofNullable(endedAt);
  }

  /** 中止: whether its case went elsewhere before the lead ended it 收哨. */
  public boolean isStopped() {
    return stopped;
  }

  /** Whether it lasts. */
  public boolean isOpen() {
    return endedAt == null;
  }

  /** Until when each side may be rated; empty unless the lead has ended it. */
  public Optional<Instant> rateUntil() {
    return Optional.ofNullable(rateUntil);
  }

  /** 被叫单位, the lead's first. */
  public List<WhistleCall> calls() {
    return List.copyOf(calls);
  }

  /** What it asks of that unit, if it calls that. */
  public Optional<WhistleCall> callOf(String unit) {
    return calls.stream().filter(each -> each.unit().equals(unit)).findFirst();
  }

  /** How many of the units have come. */
  public int arrived() {
    return (int) calls.stream().filter(each -> each.arrived().isPresent()).count();
  }

  UUID blownBy() {
    return blownBy;
  }

  boolean isUnanswered() {
    return rateUntil != null && !calls.stream().allMatch(WhistleCall::isAnswered);
  }

  /** 收哨: each side may rate the other from now on. */
  void end(Instant until, Instant now) {
    endedAt = now;
    rateUntil = until;
  }

  void stop(Instant now) {
    endedAt = now;
    stopped = true;
  }

  /** Nobody is asked any more once all have answered. */
  void answered(Instant now) {
    ratedAt = isUnanswered() ? null : now;
  }
}
