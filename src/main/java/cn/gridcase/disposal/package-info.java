/** 处置: the unit signs for the case, acts, and hands in a result. */
@NullMarked
package cn.gridcase.disposal;

import org.jspecify.annotations.NullMarked;
