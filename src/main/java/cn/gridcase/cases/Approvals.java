package cn.gridcase.cases;

import cn.gridcase.roster.Role;
import cn.gridcase.time.TimeLimit;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * 审批: who has to agree to more time or to a suspension.
 *
 * @param limits how long, as offered on the card; the first is chosen already
 * @param refusals 不同意原因, as shown
 * @param designation 指定主办: who says which unit leads a case that was sent back twice
 * @param reasons what cards offer for why one hands a case on or stands back
 * @param unsigned 无人签收: after which nobody forwards a case any more that nobody has signed for
 * @param extension who for the first extension of a case, who for the second, and so on
 */
public record Approvals(
    List<List<Role>> extension,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Role> designation,
    Optional<TimeLimit> unsigned,
    Suspension suspension,
    Supplement supplement,
    List<TimeLimit> limits,
    List<String> refusals,
    Optional<Reasons> reasons) {
  /** Where the file says nothing: to the end of the next working day. */
  private static final TimeLimit USUAL = TimeLimit.parse("1工作日");

  public Approvals {
    designation = List.copyOf(designation);
    limits = List.copyOf(limits);
    refusals = List.copyOf(refusals);
    extension = extension.stream().map(List::copyOf).toList();
  }

  /** 可选的原因. */
  public Reasons offered() {
    return reasons.orElse(Reasons.USUAL);
  }

  /** 签收期限: how long a unit has to sign for a case before a leader says whose it is. */
  public TimeLimit signing() {
    return unsigned.orElse(USUAL);
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
