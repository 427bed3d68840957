/** What now is, what a working day is, and when something is due. */
@NullMarked
package cn.gridcase.time;

import org.jspecify.annotations.NullMarked;
