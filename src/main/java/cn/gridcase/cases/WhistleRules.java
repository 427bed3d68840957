package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 吹哨规则.
 *
 * @param blowers who may blow
 * @param arrival for each kind, how soon those who are called have to be there
 * @param near up to how many metres from the place of the case somebody is there
 * @param proof how long after an arrival a place or a photo still belongs to it
 * @param rating how long each side may be rated
 */
public record WhistleRules(
    List<Role> blowers,
    Map<WhistleKind, TimeLimit> arrival,
    int near,
    TimeLimit proof,
    TimeLimit rating) {
  public WhistleRules {
    blowers = List.copyOf(blowers);
    arrival = Map.copyOf(arrival);
  }

  /** How soon those who are called by that whistle have to be there. */
  public TimeLimit arrivalFor(WhistleKind kind) {
    return Optional.ofNullable(arrival.get(kind)).orElseThrow();
  }
}
