/** 结案: a passed case ends with one outcome, and the reporter is told. */
@NullMarked
package cn.gridcase.closure;

import org.jspecify.annotations.NullMarked;
