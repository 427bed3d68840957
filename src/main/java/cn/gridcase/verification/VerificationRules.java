package cn.gridcase.verification;

import cn.gridcase.time.TimeLimit;
import java.util.List;
import java.util.Optional;

/**
 * 核查规则.
 *
 * @param failReasons 不通过原因, as shown, at most ten
 * @param reporterMayVerify whether the reporter may verify their own case while somebody else could
 * @param nearest how many are asked first
 * @param widen after which all others are asked, too
 * @param communitySample 抽查比例: how many of a hundred cases that communities handled themselves are
 *     verified; all, where nothing is said
 */
record VerificationRules(
    List<String> failReasons,
    boolean reporterMayVerify,
    int nearest,
    TimeLimit widen,
    Optional<Integer> communitySample) {
  private static final int ALL = 100;

  int sampled() {
    return communitySample.orElse(ALL);
  }
}
