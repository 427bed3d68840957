package cn.gridcase.photos;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 照片核对: what can be said of one photo of a result, and what cannot. Facts for a human, who decides.
 *
 * @param before the photo of the report that looks most like it
 * @param metres how far from the place it was taken; empty if that cannot be known
 * @param isNear whether that is near enough, or unknown
 * @param copied when the picture was received that this is a copy of
 */
public record PhotoFinding(
    Photo photo,
    Optional<UUID> before,
    Taken taken,
    Optional<Long> metres,
    boolean isNear,
    Alike alike,
    Optional<Instant> copied) {

  /** When it was taken, by the camera's clock; the gravest last. */
  public enum Taken {
    /** After the unit got the work. */
    IN_TIME("拍于派遣之后"),
    /** Most phones' apps strip the time. */
    UNKNOWN("拍摄时间未知"),
    /** After it was received. */
    WRONG_CLOCK("相机时间不准"),
    /** Before the unit got the work. */
    BEFORE_ASSIGNMENT("拍于派遣之前"),
    /** Before anybody had reported it. */
    BEFORE_REPORT("拍于上报之前");

    private final String chinese;

    Taken(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }

    boolean isDoubtful() {
      return compareTo(UNKNOWN) > 0;
    }
  }

  /** Whether it was used before; the gravest last. */
  public enum Alike {
    /** Like no other. */
    NEW,
    /** It is not there yet, or there is too little in it to tell. */
    UNTOLD,
    /** Nearly the same as an earlier one. */
    COPY
  }

  /** Whether somebody should look twice. */
  public boolean isDoubtful() {
    return taken.isDoubtful() || !isNear || alike == Alike.COPY;
  }
}
