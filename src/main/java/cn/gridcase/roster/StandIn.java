package cn.gridcase.roster;

import java.time.Instant;
import java.util.Optional;

/**
 * 代班: somebody of a unit is away, somebody is on duty in their place, or both.
 *
 * @param away userid; empty where somebody offered to be on duty
 * @param standby userid of who stands in, if anybody does
 * @param until when it ends by itself
 */
public record StandIn(Optional<String> away, Optional<String> standby, Instant until) {
  boolean isAway(String userid) {
    return away.filter(userid::equals).isPresent();
  }
}
