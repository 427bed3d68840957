package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.grid.Grid;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Shift;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is suggested for a case, by dispatch.yaml and by who has how much to do. */
@ApplicationScoped
class Suggestions {
  private final DispatchFile rules;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final GridMapFile grids;
  private final RosterFile roster;
  private final LoadFigures loads;

  @Inject
  Suggestions(
      DispatchFile rules,
      CategoriesFile categories,
      CalendarFile calendars,
      GridMapFile grids,
      RosterFile roster,
      LoadFigures loads) {
    this.rules = rules;
    this.categories = categories;
    this.calendars = calendars;
    this.grids = grids;
    this.roster = roster;
    this.loads = loads;
  }

  /** Never whoever has just sent it back: they would ask for a reason. */
  Suggestion of(CaseFile file, Instant now) {
    Suggestion first = byRule(file, now);
    String code = first.unit().code();
    boolean isBack =
        file.forwarding().sentBackBy().filter(code::equals).isPresent()
            || file.assignments().isHandedUpBy(code);
    return isBack ? first.instead(rules.inForce().otherwise()) : first;
  }

  private Suggestion byRule(CaseFile file, Instant now) {
    return rules
        .inForce()
        .route(spot(file, now))
        .map(route -> by(route, file))
        .orElseGet(() -> suggestion(rules.inForce().otherwise(), "没有对得上的派遣规则", file));
  }

  /** 自行处理: whether the community it was found in may be asked to handle it, and has not been. */
  boolean mayStay(CaseFile file) {
    return isForCommunities(file)
        && file.community().filter(code -> !file.assignments().isHandedUpBy(code)).isPresent();
  }

  private Suggestion by(Route route, CaseFile file) {
    String rule = "派遣规则第" + rules.inForce().place(route) + "条" + route.condition();
    if (route.units().size() == 1) {
      return suggestion(route.units().get(0), rule, file);
    }
    Map<String, Integer> open = loads.open();
    String idlest =
        route.units().stream()
            .min(Comparator.comparingInt(unit -> open.getOrDefault(unit, 0)))
            .orElseThrow();
    String load = "；手上%d件，最少".formatted(open.getOrDefault(idlest, 0));
    return suggestion(idlest, rule + load, file);
  }

  private Suggestion suggestion(String unit, String reason, CaseFile file) {
    boolean forCommunities = isForCommunities(file);
    return new Suggestion(
        roster.inForce().unit(unit),
        reason,
        roster.inForce().units().stream()
            .filter(other -> !other.code().equals(unit) && !other.isOfDistrict())
            .filter(other -> forCommunities || !other.community())
            .toList());
  }

  private boolean isForCommunities(CaseFile file) {
    return rules.inForce().community().holds(category(file));
  }

  private Spot spot(CaseFile file, Instant now) {
    WorkCalendar calendar = calendars.inForce();
    return new Spot(
        category(file),
        file.grid().flatMap(grids.inForce()::coded).flatMap(Grid::area),
        file.community(),
        isAtWork(calendar, now),
        calendar.shifts().stream()
            .map(Shift::name)
            .filter(shift -> isAtWork(calendar.of(Optional.of(shift)), now))
            .collect(Collectors.toSet()));
  }

  private static boolean isAtWork(WorkCalendar calendar, Instant now) {
    return calendar.atWork(now).equals(now);
  }

  private Category category(CaseFile file) {
    return categories.inForce().byCode(file.category());
  }
}
