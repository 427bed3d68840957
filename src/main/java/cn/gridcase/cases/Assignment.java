package cn.gridcase.cases;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 任务: one unit's share of a case, its own to sign for and to hand in. */
@Entity
public class Assignment {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assignment_seq")
  @SequenceGenerator(name = "assignment_seq", sequenceName = "assignment_seq", allocationSize = 50)
  private @Nullable Long id;

  @SuppressWarnings("UnusedVariable") // Read by Hibernate: it is the row's case_id.
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private CaseFile file;

  private String unit;

  @Enumerated(EnumType.STRING)
  private Part part;

  @Column(name = "assigned_at")
  private Instant assignedAt;

  @Column(name = "unsigned_since")
  private Instant unsignedSince;

  @Column(name = "signed_at")
  private @Nullable Instant signedAt;

  @SuppressWarnings("UnusedVariable") // Read by whoever looks for those who have left.
  @Column(name = "signed_by")
  private @Nullable UUID signedBy;

  private @Nullable String outcome;

  @Column(name = "result_at")
  private @Nullable Instant resultAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "of_district")
  private boolean ofDistrict;

  @Column(name = "handed_up")
  private boolean handedUp;

  @SuppressWarnings("NullAway.Init")
  protected Assignment() {}

  Assignment(CaseFile file, String unit, Part part, Instant now) {
    this.file = file;
    this.unit = unit;
    this.part = part;
    this.assignedAt = now;
    this.unsignedSince = now;
  }

  /** Code of the unit that owes the work. */
  public String unit() {
    return unit;
  }

  /** 主办 or 协办. */
  public Part part() {
    return part;
  }

  /** Since when the unit has the work. */
  public Instant assignedAt() {
    return assignedAt;
  }

  /** Since when somebody of the unit was to sign for it 签收; anew once whoever signed has left. */
  public Instant unsignedSince() {
    return unsignedSince;
  }

  /** Whether its unit answers for the whole case. */
  public boolean isLead() {
    return part == Part.LEAD;
  }

  /** Whether the unit has signed for it 已签收. */
  public boolean isSigned() {
    return signedAt != null;
  }

  /** Whether it ended without a result: the unit owes nothing any more. */
  public boolean isEnded() {
    return endedAt != null;
  }

  /** Whether a result is owed for it. */
  public boolean isOpen() {
    return endedAt == null && resultAt == null;
  }

  /** Code of the outcome 处置结果 of this share, once it was handed in. */
  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** When its result was handed in, if it was. */
  Optional<Instant> handedIn() {
    return Optional.ofNullable(resultAt);
  }

  /** 提级: whether its unit is the district's, so that others may have to say what it does. */
  public boolean isOfDistrict() {
    return ofDistrict;
  }

  /** 上交: whether it was beyond its unit. */
  public boolean isHandedUp() {
    return handedUp;
  }

  void giveToDistrict() {
    ofDistrict = true;
  }

  void handUp() {
    handedUp = true;
  }

  /** 区级回执: the district has it, whoever there has. */
  void acknowledged(Instant now) {
    signedAt = signedAt == null ? now : signedAt;
  }

  void sign(UUID actor, Instant now) {
    signedBy = actor;
    signedAt = now;
  }

  void result(Outcome handedIn, Instant now) {
    outcome = handedIn.code();
    resultAt = now;
  }

  /** 返工: its result is owed anew. */
  void redo() {
    outcome = null;
    resultAt = null;
  }

  /** Who signed has left; a colleague has to. */
  void unsign(Instant now) {
    // Handing on what nobody has signed for wins no time.
    unsignedSince = isSigned() ? now : unsignedSince;
    signedAt = null;
    signedBy = null;
  }

  void end(Instant now) {
    endedAt = now;
  }
}
