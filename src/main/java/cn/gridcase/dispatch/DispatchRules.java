package cn.gridcase.dispatch;

import cn.gridcase.cases.Category;
import cn.gridcase.cases.CategoryGroup;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * 派遣规则: which unit is suggested, and why a report may be declined.
 *
 * @param routes asked in order; the first that names the category, or its group, wins
 * @param otherwise code of the unit suggested where no route fits
 * @param declineReasons 不予立案原因, as shown
 */
record DispatchRules(List<Route> routes, String otherwise, List<String> declineReasons) {
  DispatchRules {
    routes = List.copyOf(routes);
    declineReasons = List.copyOf(declineReasons);
  }

  /** 一条路由: these categories and groups go to this unit. */
  record Route(
      String unit,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> categories,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<CategoryGroup> groups) {
    Route {
      categories = List.copyOf(categories);
      groups = List.copyOf(groups);
    }

    boolean takes(Category category) {
      return categories.contains(category.code()) || groups.contains(category.group());
    }
  }

  /** Code of the suggested unit. */
  String unitFor(Category category) {
    return routes.stream()
        .filter(route -> route.takes(category))
        .map(Route::unit)
        .findFirst()
        .orElse(otherwise);
  }
}
