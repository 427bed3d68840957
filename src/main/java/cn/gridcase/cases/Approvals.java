package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * 审批: who has to agree to more time or to a suspension.
 *
 * @param limits how long, as offered on the card; the first is chosen already
 * @param refusals 不同意原因, as shown
 * @param designation 指定主办: who says which unit leads a case that was sent back twice
 * @param extension who for the first extension of a case, who for the second, and so on
 */
public record Approvals(
    List<List<Role>> extension,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Role> designation,
    Suspension suspension,
    Supplement supplement,
    List<TimeLimit> limits,
    List<String> refusals) {
  public Approvals {
    designation = List.copyOf(designation);
    limits = List.copyOf(limits);
    refusals = List.copyOf(refusals);
    extension = extension.stream().map(List::copyOf).toList();
  }

  /**
   * 挂账 and 法定程序.
   *
   * @param longest after which the clock goes on by itself
   */
  public record Suspension(List<Role> approvers, TimeLimit longest) {
    public Suspension {
      approvers = List.copyOf(approvers);
    }
  }

  /**
   * 待补充: the clock stands still while the reporter is asked.
   *
   * @param limit after which it goes on by itself
   * @param times how often in one case
   */
  public record Supplement(TimeLimit limit, int times) {}
}
