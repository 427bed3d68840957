package cn.gridcase.dispatch;

import cn.gridcase.cases.Category;
import cn.gridcase.cases.CategoryGroup;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 一条派遣规则: such cases go to one of these units; what is not said holds for all.
 *
 * @param units codes; of several, the one with the least work
 * @param areas 区域等级 of the grid
 * @param communities codes
 * @param outside only outside the usual working hours
 * @param shift 班次, only in whose hours
 */
record Route(
    @JsonAlias("unit") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> units,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> categories,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CategoryGroup> groups,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> areas,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> communities,
    boolean outside,
    Optional<String> shift) {
  Route {
    units = List.copyOf(units);
    categories = List.copyOf(categories);
    groups = List.copyOf(groups);
    areas = List.copyOf(areas);
    communities = List.copyOf(communities);
  }

  boolean holds(Spot its) {
    return names(its.category())
        && (areas.isEmpty() || its.area().filter(areas::contains).isPresent())
        && (communities.isEmpty() || its.community().filter(communities::contains).isPresent())
        && !(outside && its.atWork())
        && shift.map(its.shifts()::contains).orElse(true);
  }

  /** Whether it is about this category, wherever and whenever. */
  boolean names(Category category) {
    return (categories.isEmpty() && groups.isEmpty())
        || categories.contains(category.code())
        || groups.contains(category.group());
  }

  /** What it asks for beside the category, for people; may be empty. */
  String condition() {
    return Stream.of(
            Optional.of(String.join("、", areas) + "区域").filter(said -> !areas.isEmpty()),
            Optional.of("按社区").filter(any -> !communities.isEmpty()),
            Optional.of("非工作时间").filter(any -> outside),
            shift)
        .flatMap(Optional::stream)
        .reduce((one, next) -> one + "、" + next)
        .map(all -> "（" + all + "）")
        .orElse("");
  }
}
