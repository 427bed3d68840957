package cn.gridcase.cases;

import cn.gridcase.time.TimeLimit;

/** 阶段: one leg of a category whose cases go through several, such as 停工, with its own limit. */
public record LegRule(String name, TimeLimit limit) {}
