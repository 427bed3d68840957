package cn.gridcase.dispatch;

import cn.gridcase.cases.Category;
import java.util.Optional;
import java.util.Set;

/**
 * What a route asks of a case: what it is, where, and when it is dispatched.
 *
 * @param area 区域等级 of its grid
 * @param community code
 * @param atWork whether it is usual working time
 * @param shifts 班次 at work now
 */
record Spot(
    Category category,
    Optional<String> area,
    Optional<String> community,
    boolean atWork,
    Set<String> shifts) {}
