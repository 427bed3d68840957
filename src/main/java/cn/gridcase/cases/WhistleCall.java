package cn.gridcase.cases;

import cn.gridcase.grid.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 被叫单位: a unit that a whistle calls, when it came, and what each side says of the other. */
@Entity
@Table(name = "whistle_call")
public class WhistleCall {
  /** Why a unit is not awaited any more, though the whistle goes on. */
  public enum Out {
    /** 回退: it says that it will not come. */
    REFUSED,
    /** 免除协办: it is not needed. */
    WAIVED,
    /** Nobody of it is left, or can be reached. */
    LOST
  }

  private static final int KILOMETRE = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "whistle_call_seq")
  @SequenceGenerator(
      name = "whistle_call_seq",
      sequenceName = "whistle_call_seq",
      allocationSize = 50)
  private @Nullable Long id;

  @SuppressWarnings("UnusedVariable") // Read by Hibernate: it is the row's whistle_id.
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "whistle_id")
  private Whistle whistle;

  private String unit;

  @Column(name = "arrived_at")
  private @Nullable Instant arrivedAt;

  @Column(name = "arrived_by")
  private @Nullable UUID arrivedBy;

  @Column(name = "late_minutes")
  private int lateMinutes;

  @Embedded private @Nullable FoundAt stood;

  private @Nullable Integer metres;

  private int photos;

  @Enumerated(EnumType.STRING)
  private @Nullable Out out;

  @Enumerated(EnumType.STRING)
  @Column(name = "unit_grade")
  private @Nullable UnitGrade unitGrade;

  @Enumerated(EnumType.STRING)
  @Column(name = "whistle_grade")
  private @Nullable WhistleGrade whistleGrade;

  /** Whether the unit is asked about the whistle. */
  private boolean asked;

  @SuppressWarnings("NullAway.Init")
  protected WhistleCall() {}

  WhistleCall(Whistle whistle, String unit) {
    this.whistle = whistle;
    this.unit = unit;
  }

  /** Code of the unit. */
  public String unit() {
    return unit;
  }

  /** When somebody of it was there, once they were. */
  public Optional<Instant> arrived() {
    return Optional.ofNullable(arrivedAt);
  }

  /** How many minutes too late they came; 0 if in time. */
  public int lateMinutes() {
    return lateMinutes;
  }

  /** How far from the place of the case they said they were, where both are known. */
  public Optional<Integer> metres() {
    return Optional.ofNullable(metres);
  }

  /** How far that is, in words; empty where it is not known. */
  public String away() {
    if (metres == null) {
      return "";
    }
    return metres < KILOMETRE
        ? "离案件位置约" + metres + "米"
        : "离案件位置约%.1f公里".formatted(metres / (double) KILOMETRE);
  }

  /** Whether they showed where they were. */
  public boolean isPlaced() {
    return stood != null;
  }

  /** How many photos they showed of their arrival. */
  public int photos() {
    return photos;
  }

  /** Why it is not awaited any more, if so. */
  public Optional<Out> out() {
    return Optional.ofNullable(out);
  }

  /** 到场评价: what whoever blew says of the unit, once they have, or have not in time. */
  public Optional<UnitGrade> unitGrade() {
    return Optional.ofNullable(unitGrade);
  }

  /** 评哨: what the unit says of the whistle, likewise. */
  public Optional<WhistleGrade> whistleGrade() {
    return Optional.ofNullable(whistleGrade);
  }

  /** Whether the unit is, or was, asked about the whistle: somebody of it came, or took it on. */
  public boolean isAsked() {
    return asked;
  }

  /** Whether whoever blew is, or was, asked about the unit: it came, or was not let off. */
  public boolean isRated() {
    return arrivedAt != null || out != Out.WAIVED;
  }

  boolean isBareBy(UUID actor) {
    return actor.equals(arrivedBy) && stood == null && photos == 0;
  }

  boolean isAnswered() {
    return (!isRated() || unitGrade != null) && (!asked || whistleGrade != null);
  }

  void arrive(UUID by, int late, Instant now) {
    arrivedAt = now;
    arrivedBy = by;
    lateMinutes = late;
  }

  void stand(Place place, Optional<Integer> away) {
    stood = new FoundAt(place);
    metres = away.orElse(null);
  }

  void show(int more) {
    photos += more;
  }

  void leave(Out why) {
    out = why;
  }

  void ask() {
    asked = true;
  }

  void grade(UnitGrade grade) {
    unitGrade = grade;
  }

  void grade(WhistleGrade grade) {
    whistleGrade = grade;
  }

  /** Whoever has not answered will not any more. */
  void fallSilent() {
    if (isRated() && unitGrade == null) {
      unitGrade = UnitGrade.SILENT;
    }
    if (asked && whistleGrade == null) {
      whistleGrade = WhistleGrade.SILENT;
    }
  }
}
