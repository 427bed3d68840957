package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Role;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 申请: a unit asks for more time or for a suspension, until somebody else has agreed or not. */
@Entity
@Table(name = "case_request")
public class CaseRequest {
  /** What became of it. */
  enum State {
    OPEN,
    GRANTED,
    REFUSED,
    /** The case moved on before anybody decided. */
    LAPSED
  }

  /** Whoever may have to decide: nobody else learns whether anything was asked. */
  static final Role[] DECIDERS = {
    Role.DISPATCHER,
    Role.DUTY_OFFICER,
    Role.UNIT_HEAD,
    Role.UNIT_LEADER,
    Role.CENTRE_LEADER,
    Role.CHIEF
  };

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_request_seq")
  @SequenceGenerator(
      name = "case_request_seq",
      sequenceName = "case_request_seq",
      allocationSize = 50)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private CaseFile file;

  @Enumerated(EnumType.STRING)
  private RequestKind kind;

  @Column(name = "asked_by")
  private UUID askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "time_limit")
  private String limit;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** Names of the roles that have not agreed, with commas between. */
  private String awaits;

  /** Who has agreed already: nobody agrees twice. */
  @Column(name = "agreed_by")
  private @Nullable UUID agreedBy;

  @Enumerated(EnumType.STRING)
  private State state = State.OPEN;

  @SuppressWarnings("NullAway.Init")
  protected CaseRequest() {}

  CaseRequest(
      CaseFile file,
      RequestKind kind,
      TimeLimit limit,
      List<Role> approvers,
      UUID by,
      Instant now) {
    this.file = file;
    this.kind = kind;
    this.limit = limit.said();
    this.awaits = written(approvers);
    this.askedBy = by;
    this.askedAt = now;
  }

  /** What is asked for. */
  public RequestKind kind() {
    return kind;
  }

  /** How much more time, or how long the clock shall stand still at most. */
  public TimeLimit limit() {
    return TimeLimit.parse(limit);
  }

  /** Who has to agree still; once it is over without them, who would have had to. */
  public List<Role> awaits() {
    return awaits.isEmpty()
        ? List.of()
        : Arrays.stream(awaits.split(",", -1)).map(Role::valueOf).toList();
  }

  /** Whether nobody has decided yet. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** The role in which this person decides; refused to whoever asked, and to whoever may not. */
  Role decidedBy(Actor actor) {
    String unit = file.assignment().orElseThrow().unit();
    if (actor.ref().equals(askedBy)) {
      throw new Refused("案件" + file.number() + "的申请是您提的，要由别人来批。");
    }
    if (actor.ref().equals(agreedBy)) {
      throw new Refused("案件" + file.number() + "的申请您已经同意过了，还要等" + said(awaits()) + "批。");
    }
    return awaits().stream()
        .filter(role -> actor.person().is(role, unit))
        .findFirst()
        .orElseThrow(() -> new Refused("案件" + file.number() + "的申请要由" + said(awaits()) + "来批。"));
  }

  private static String said(List<Role> roles) {
    return roles.stream().map(Role::chinese).collect(Collectors.joining("、"));
  }

  boolean isLast(Role role) {
    return awaits().equals(List.of(role));
  }

  void agreed(Role as, UUID by, Instant now) {
    awaits = written(awaits().stream().filter(role -> role != as).toList());
    agreedBy = by;
    if (awaits.isEmpty()) {
      end(State.GRANTED, now);
    }
  }

  void end(State end, Instant now) {
    state = end;
    endedAt = now;
  }

  boolean hasLapsed(Instant at) {
    return state == State.LAPSED && at.equals(endedAt);
  }

  UUID askedBy() {
    return askedBy;
  }

  private static String written(List<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.joining(","));
  }
}
