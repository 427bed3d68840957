package cn.gridcase.cases;

import cn.gridcase.time.TimeLimit;
import java.util.Optional;

/**
 * 时限条款: what one countdown may use, as the rules had it when it was planned.
 *
 * @param name of the leg or stage, or number of the order
 * @param shift 班次 whose hours count; the usual ones if empty
 */
public record Terms(CountdownKind kind, String name, TimeLimit limit, Optional<String> shift) {}
