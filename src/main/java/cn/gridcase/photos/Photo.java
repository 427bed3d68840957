package cn.gridcase.photos;

import cn.gridcase.grid.Wgs84;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 照片: a picture somebody sent.
 *
 * @param subject opaque: a draft or a case
 * @param sender userid, while it is not settled whether it comes
 * @param reason why it will never come, as its sender was told; while it waits, how the last try
 *     failed, for administrators; empty once it is there
 * @param handedInAt since when it is evidence; empty for what may yet be dropped
 * @param stoodAt where whoever handed it in said they were
 * @param facts for {@link State#FETCHED} only
 */
public record Photo(
    UUID id,
    String subject,
    String sender,
    Instant toldAt,
    State state,
    String reason,
    Optional<Instant> handedInAt,
    Optional<Wgs84> stoodAt,
    Optional<PhotoFacts> facts) {

  /** Whether it is here, or may yet come. */
  public boolean mayCome() {
    return state == State.WAITING || state == State.FETCHED;
  }

  /** How far it has come. */
  public enum State {
    /** Still with WeCom, fetched as soon as that can be done. */
    WAITING,
    /** Here for good. */
    FETCHED,
    /** Came, but is nothing that could be kept and shown. */
    REFUSED,
    /** WeCom has let go of it before it could be fetched. */
    LOST
  }

  /** In what size it is shown; neither copy holds anything but the picture. */
  public enum Size {
    /** Longest side 480 px. */
    THUMBNAIL,
    /** Longest side 2048 px. */
    LARGE
  }
}
