package cn.gridcase.dispatch;

import cn.gridcase.cases.Categories;
import cn.gridcase.cases.Category;
import cn.gridcase.cases.CommunityRule;
import cn.gridcase.cases.CommunityWork;
import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.grid.GridMap;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.Shift;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** dispatch.yaml: who is suggested for what, and what a community may get. */
@ApplicationScoped
class DispatchFile extends ConfigFile<DispatchRules> implements CommunityRule {
  private static final String NO_UNIT = "roster.yaml 里没有代码是“%s”的单位";

  DispatchFile() {
    super("dispatch.yaml", DispatchRules.class);
  }

  @Override
  public CommunityWork community() {
    return inForce().community();
  }

  @Override
  protected void check(DispatchRules rules, Snapshot all, Problems problems) {
    for (int i = 0; i < rules.routes().size(); i++) {
      Route route = rules.routes().get(i);
      String key = Problems.item("routes", i, String.join("、", route.units()));
      checkRoute(route, key, all, problems);
      checkCategories(route.categories(), key + ".categories", all, problems);
      checkPushed(route, key, rules, all, problems);
    }
    rules
        .foreign()
        .filter(reason -> !rules.declineReasons().contains(reason))
        .ifPresent(reason -> problems.add(name(), "foreign", "declineReasons 里没有“" + reason + "”"));
    checkCategories(rules.community().categories(), "community.categories", all, problems);
    all.find(Roster.class).ifPresent(roster -> checkOtherwise(rules.otherwise(), roster, problems));
  }

  /** Another file that cannot be read knows nothing better. */
  private void checkRoute(Route route, String key, Snapshot all, Problems problems) {
    all.find(Roster.class)
        .ifPresent(
            roster -> {
              unknown(
                  route.units(), code -> isUnit(code, roster), key + ".unit", NO_UNIT, problems);
              unknown(
                  route.units(),
                  code -> roster.ofDistrict().stream().noneMatch(its -> its.code().equals(code)),
                  key + ".unit",
                  "“%s”是区级单位，要提级才能交给它，不能写在这里",
                  problems);
              unknown(
                  route.communities(),
                  roster::hasCommunity,
                  key + ".communities",
                  "roster.yaml 里没有代码是“%s”的村（社区）",
                  problems);
            });
    all.find(GridMap.class)
        .ifPresent(
            map ->
                unknown(
                    route.areas(),
                    area -> isArea(area, map),
                    key + ".areas",
                    "grids.geojson 里没有区域等级是“%s”的网格",
                    problems));
    all.find(WorkCalendar.class)
        .map(calendar -> calendar.shifts().stream().map(Shift::name).toList())
        .ifPresent(
            shifts ->
                unknown(
                    route.shift().stream().toList(),
                    shifts::contains,
                    key + ".shift",
                    "calendar.yaml 里没有叫“%s”的班次",
                    problems));
  }

  private void checkCategories(List<String> codes, String key, Snapshot all, Problems problems) {
    all.find(Categories.class)
        .map(known -> known.categories().stream().map(Category::code).toList())
        .ifPresent(
            known ->
                unknown(codes, known::contains, key, "categories.yaml 里没有代码是“%s”的类别", problems));
  }

  /** What would be refused must not be suggested. */
  private void checkPushed(
      Route route, String key, DispatchRules rules, Snapshot all, Problems problems) {
    boolean toCommunity =
        all.find(Roster.class)
            .filter(roster -> route.units().stream().anyMatch(roster::hasCommunity))
            .isPresent();
    if (toCommunity) {
      all.find(Categories.class).stream()
          .flatMap(known -> known.categories().stream())
          .filter(category -> route.names(category) && !rules.community().holds(category))
          .findFirst()
          .ifPresent(category -> problems.add(name(), key, pushed(category)));
    }
  }

  private static String pushed(Category category) {
    return "推荐给村（社区）的只能是 community 清单里的事项，“%s”（%s）不在里面".formatted(category.name(), category.code());
  }

  private void checkOtherwise(String code, Roster roster, Problems problems) {
    Optional<Unit> unit =
        roster.units().stream().filter(one -> one.code().equals(code)).findFirst();
    if (unit.isEmpty()) {
      problems.add(name(), "otherwise", NO_UNIT.formatted(code));
    }
    if (unit.filter(Unit::community).isPresent()) {
      problems.add(name(), "otherwise", "要写镇里的单位，不能写村（社区）");
    }
    if (unit.filter(Unit::isOfDistrict).isPresent()) {
      problems.add(name(), "otherwise", "要写镇里的单位，不能写区级单位");
    }
  }

  private void unknown(
      List<String> codes, Predicate<String> isKnown, String key, String reason, Problems problems) {
    codes.stream()
        .filter(isKnown.negate())
        .forEach(code -> problems.add(name(), key, reason.formatted(code)));
  }

  private static boolean isUnit(String code, Roster roster) {
    return roster.units().stream().anyMatch(unit -> unit.code().equals(code));
  }

  private static boolean isArea(String area, GridMap map) {
    return map.grids().stream().anyMatch(grid -> grid.area().equals(Optional.of(area)));
  }
}
