package cn.gridcase.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 办结情况: what came of a case so far, and how often that was not good enough. */
@Embeddable
class Ending {
  @Column(name = "result_at")
  private @Nullable Instant resultAt;

  private @Nullable String outcome;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  /** Why it ended without a result: to be counted, so a code or one of the town's own lists. */
  @Column(name = "end_reason")
  private @Nullable String reason;

  private int reworked;
  private int reopened;

  protected Ending() {}

  Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  Optional<Instant> resultAt() {
    return Optional.ofNullable(resultAt);
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  int reworked() {
    return reworked;
  }

  int reopened() {
    return reopened;
  }

  void handIn(Outcome handedIn, Instant now) {
    outcome = handedIn.code();
    resultAt = now;
  }

  /** Another result is owed. */
  void goOn() {
    outcome = null;
    resultAt = null;
  }

  void rework() {
    goOn();
    reworked++;
  }

  void reopen() {
    goOn();
    closedAt = null;
    reopened++;
  }

  /** As if it had never closed; returns when it did. */
  Optional<Instant> revive() {
    Optional<Instant> then = Optional.ofNullable(closedAt);
    closedAt = null;
    reason = null;
    return then;
  }

  void because(String why) {
    reason = why;
  }

  void close(Instant now) {
    closedAt = now;
  }
}
