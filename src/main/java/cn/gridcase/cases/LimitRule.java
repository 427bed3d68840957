package cn.gridcase.cases;

import cn.gridcase.time.TimeLimit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 特别时限: a category's limit for an area class, a season or a stretch of days; what is not said holds
 * for all.
 *
 * @param area 区域等级, as the grid has it
 * @param from the first day on which a case registered gets it
 * @param to the last one
 */
public record LimitRule(
    TimeLimit limit,
    Optional<String> area,
    Optional<Season> season,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** Whether there is a day in it. */
  boolean isForward() {
    return from.flatMap(first -> to.map(last -> !last.isBefore(first))).orElse(true);
  }

  /** The same, begun already if it would begin after this day. */
  LimitRule begunBy(LocalDate day) {
    return new LimitRule(limit, area, season, from.filter(first -> !first.isAfter(day)), to);
  }

  boolean holds(Optional<String> grids, LocalDate day) {
    return (area.isEmpty() || area.equals(grids))
        && season.map(its -> its.contains(day)).orElse(true)
        && from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
