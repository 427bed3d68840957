/** 派遣: a case finds the unit that owes the next step. */
@NullMarked
package cn.gridcase.dispatch;

import org.jspecify.annotations.NullMarked;
