package cn.gridcase.cases;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.grid.GridMap;
import cn.gridcase.time.Shift;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** categories.yaml: what a case can be about, and how long it may take. */
@ApplicationScoped
public class CategoriesFile extends ConfigFile<Categories> {
  /** Built by the container, and by tests. */
  public CategoriesFile() {
    super("categories.yaml", Categories.class);
  }

  @Override
  protected void check(Categories categories, Snapshot all, Problems problems) {
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < categories.categories().size(); i++) {
      Category category = categories.categories().get(i);
      String key = Problems.item("categories", i, category.code());
      if (!codes.add(category.code())) {
        problems.add(name(), key + ".code", "这个代码前面已经有了");
      }
      if (!names.add(category.name())) {
        problems.add(name(), key + ".name", "“" + category.name() + "”前面已经有了");
      }
      if (category.keywords().isEmpty() && !category.code().equals(Categories.OTHER)) {
        problems.add(name(), key + ".keywords", "至少要写一个关键词，否则永远不会被推荐");
      }
    }
    checkShifts(categories, all, problems);
    checkStages(categories, problems);
    for (int i = 0; i < categories.categories().size(); i++) {
      checkLimits(i, categories.categories().get(i), all, problems);
    }
    if (!codes.contains(Categories.OTHER)) {
      problems.add(name(), "categories", "必须有代码是 " + Categories.OTHER + " 的“其他”");
    }
  }

  /** Where no result is owed, nothing but the stage's own limit wakes a case. */
  private void checkStages(Categories categories, Problems problems) {
    Arrays.stream(Stage.values())
        .filter(stage -> !stage.isEnd() && !stage.owesResult())
        .map(Stage::chinese)
        .filter(stage -> !categories.stages().containsKey(stage))
        .forEach(stage -> problems.add(name(), "stages." + stage, "要写时限，不然案件停在这个环节，不会提醒任何人"));
  }

  /** A rule that can never hold would be silently without effect. */
  private void checkLimits(int at, Category category, Snapshot all, Problems problems) {
    for (int i = 0; i < category.limits().size(); i++) {
      LimitRule rule = category.limits().get(i);
      String key =
          Problems.item(Problems.item("categories", at, category.code()) + ".limits", i, "");
      if (!rule.isForward()) {
        problems.add(name(), key, "结束日期早于开始日期");
      }
      rule.area()
          .filter(area -> !isArea(area, all))
          .ifPresent(
              area ->
                  problems.add(name(), key + ".area", "grids.geojson 里没有区域等级是“" + area + "”的网格"));
    }
  }

  /** Only a map that can be read knows better. */
  private static boolean isArea(String area, Snapshot all) {
    return all.find(GridMap.class)
        .map(map -> map.grids().stream().anyMatch(grid -> grid.area().equals(Optional.of(area))))
        .orElse(true);
  }

  /** Only a calendar that can be read knows its shifts. */
  private void checkShifts(Categories categories, Snapshot all, Problems problems) {
    all.find(WorkCalendar.class)
        .map(calendar -> calendar.shifts().stream().map(Shift::name).toList())
        .ifPresent(
            known -> {
              for (int i = 0; i < categories.categories().size(); i++) {
                Category category = categories.categories().get(i);
                String key = Problems.item("categories", i, category.code()) + ".shift";
                category
                    .shift()
                    .filter(shift -> !known.contains(shift))
                    .ifPresent(
                        shift -> problems.add(name(), key, "calendar.yaml 里没有叫“" + shift + "”的班次"));
              }
            });
  }
}
