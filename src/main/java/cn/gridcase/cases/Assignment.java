package cn.gridcase.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 任务: one unit's share of a case. */
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

  @Column(name = "assigned_at")
  private Instant assignedAt;

  @Column(name = "signed_at")
  private @Nullable Instant signedAt;

  @Column(name = "result_at")
  private @Nullable Instant resultAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @SuppressWarnings("NullAway.Init")
  protected Assignment() {}

  Assignment(CaseFile file, String unit, Instant now) {
    this.file = file;
    this.unit = unit;
    this.assignedAt = now;
  }

  /** Code of the unit that owes the work. */
  public String unit() {
    return unit;
  }

  /** Whether the unit has signed for it 已签收. */
  public boolean isSigned() {
    return signedAt != null;
  }

  /** Whether it ended without a result: the unit owes nothing any more. */
  public boolean isEnded() {
    return endedAt != null;
  }

  /** Whoever signed is a doer, even if a colleague handed in the result. */
  void sign(Instant now) {
    signedAt = now;
  }

  void result(Instant now) {
    resultAt = now;
  }

  /** Who signed has left; a colleague has to. */
  void unsign() {
    signedAt = null;
  }

  void end(Instant now) {
    endedAt = now;
  }
}
