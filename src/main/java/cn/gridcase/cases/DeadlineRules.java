package cn.gridcase.cases;

import cn.gridcase.config.Snapshot;
import cn.gridcase.grid.Grid;
import cn.gridcase.grid.GridMap;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 计时规则: the files of bot-config that decide when a case is due. */
public record DeadlineRules(Categories categories, GridMap grids, WorkCalendar calendar) {
  /** Those of a snapshot; empty if it was in force once and this version cannot read it. */
  public static Optional<DeadlineRules> of(Snapshot snapshot) {
    return snapshot
        .find(Categories.class)
        .flatMap(
            categories ->
                snapshot
                    .find(GridMap.class)
                    .flatMap(
                        grids ->
                            snapshot
                                .find(WorkCalendar.class)
                                .map(calendar -> new DeadlineRules(categories, grids, calendar))));
  }

  /** The same, with limits that begin after this day begun already. */
  public DeadlineRules begunBy(Instant now) {
    return new DeadlineRules(categories.begunBy(day(now)), grids, calendar);
  }

  /** What a case of theirs may use that was registered then. */
  List<Terms> terms(CaseFile file, Instant registered) {
    Optional<String> area = file.grid().flatMap(grids::coded).flatMap(Grid::area);
    return categories.byCode(file.category()).terms(area, day(registered));
  }

  /**
   * What a co-unit may use that is called in now: the limit of a share, or that of the leg where it
   * is over sooner.
   */
  Terms share(CaseFile file, String unit, Instant now) {
    Optional<String> shift = categories.byCode(file.category()).shift();
    WorkCalendar hours = calendar.of(shift);
    TimeLimit leg = file.clock().leg().orElseThrow().limit();
    TimeLimit limit =
        Stream.concat(categories.shareLimit().stream(), Stream.of(leg))
            .min(Comparator.comparing(each -> hours.due(now, each).at()))
            .orElseThrow();
    return new Terms(CountdownKind.CO_UNIT, unit, limit, shift);
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(calendar.zone()).toLocalDate();
  }
}
