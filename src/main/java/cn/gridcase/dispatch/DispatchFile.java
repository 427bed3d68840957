package cn.gridcase.dispatch;

import cn.gridcase.cases.Categories;
import cn.gridcase.cases.Category;
import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;

/** dispatch.yaml: who is suggested for what. */
@ApplicationScoped
class DispatchFile extends ConfigFile<DispatchRules> {
  DispatchFile() {
    super("dispatch.yaml", DispatchRules.class);
  }

  @Override
  protected void check(DispatchRules rules, Snapshot all, Problems problems) {
    all.find(Roster.class).ifPresent(roster -> checkUnits(rules, roster, problems));
    all.find(Categories.class).ifPresent(known -> checkCategories(rules, known, problems));
  }

  private void checkUnits(DispatchRules rules, Roster roster, Problems problems) {
    for (int i = 0; i < rules.routes().size(); i++) {
      String unit = rules.routes().get(i).unit();
      checkUnit(unit, Problems.item("routes", i, unit) + ".unit", roster, problems);
    }
    checkUnit(rules.otherwise(), "otherwise", roster, problems);
  }

  private void checkUnit(String code, String key, Roster roster, Problems problems) {
    if (roster.units().stream().noneMatch(unit -> unit.code().equals(code))) {
      problems.add(name(), key, "roster.yaml 里没有代码是“" + code + "”的单位");
    }
  }

  private void checkCategories(DispatchRules rules, Categories known, Problems problems) {
    for (int i = 0; i < rules.routes().size(); i++) {
      var route = rules.routes().get(i);
      String key = Problems.item("routes", i, route.unit()) + ".categories";
      route.categories().stream()
          .filter(code -> known.categories().stream().map(Category::code).noneMatch(code::equals))
          .forEach(code -> problems.add(name(), key, "categories.yaml 里没有代码是“" + code + "”的类别"));
    }
  }
}
