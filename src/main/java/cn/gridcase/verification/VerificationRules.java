package cn.gridcase.verification;

import cn.gridcase.time.TimeLimit;
import java.util.List;

/**
 * 核查规则.
 *
 * @param failReasons 不通过原因, as shown, at most ten
 * @param reporterMayVerify whether the reporter may verify their own case while somebody else could
 * @param nearest how many are asked first
 * @param widen after which all others are asked, too
 */
record VerificationRules(
    List<String> failReasons, boolean reporterMayVerify, int nearest, TimeLimit widen) {}
