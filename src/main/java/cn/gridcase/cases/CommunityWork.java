package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Unit;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * 社区自行处理事项: what a community may be asked to handle itself; all else is not to be pushed down to
 * it.
 */
public record CommunityWork(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> categories,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CategoryGroup> groups) {
  public CommunityWork {
    categories = List.copyOf(categories);
    groups = List.copyOf(groups);
  }

  /** Whether a case of this category is among it. */
  public boolean holds(Category category) {
    return categories.contains(category.code()) || groups.contains(category.group());
  }

  /** Refuses what is not to be pushed to a community; a unit of the town may get anything. */
  void mustHold(Unit unit, CaseFile file, Categories all) {
    Category category = all.byCode(file.category());
    if (unit.community() && !holds(category)) {
      throw new Refused(
          "案件%s（%s）不在社区自行处理的事项清单里，请派给镇里的单位。".formatted(file.number(), category.name()));
    }
  }
}
