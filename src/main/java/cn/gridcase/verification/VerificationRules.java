package cn.gridcase.verification;

import java.util.List;

/**
 * 核查规则.
 *
 * @param failReasons 不通过原因, as shown, at most ten
 * @param reporterMayVerify whether the reporter may verify their own case while somebody else could
 */
record VerificationRules(List<String> failReasons, boolean reporterMayVerify) {}
