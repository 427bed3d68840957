/** 督办: who owes a case is reminded of its deadline, once before and once after it. */
@NullMarked
package cn.gridcase.supervision;

import org.jspecify.annotations.NullMarked;
