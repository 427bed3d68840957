package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * 结案规则.
 *
 * @param by who closes what has passed verification; where nobody is named, passing closes
 * @param only the groups of categories for which that holds; all if empty
 * @param visit 回访: how long the reporter's answer is waited for
 * @param reasons 不满意的原因, as offered
 * @param rechecks 退回核查的原因, as offered
 * @param voids 作废的原因 that are counted apart
 */
public record ClosureRules(
    Optional<Role> by,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CategoryGroup> only,
    TimeLimit visit,
    List<String> reasons,
    List<String> rechecks,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> voids) {
  public ClosureRules {
    only = List.copyOf(only);
    reasons = List.copyOf(reasons);
    rechecks = List.copyOf(rechecks);
    voids = List.copyOf(voids);
  }

  /** Whether a case of this category that has passed waits for somebody to close it. */
  public boolean asksFor(Category category) {
    return by.isPresent() && (only.isEmpty() || only.contains(category.group()));
  }
}
