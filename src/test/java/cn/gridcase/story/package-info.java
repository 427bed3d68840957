/** Whole stories through the sandbox, with the clock wound. */
@NullMarked
package cn.gridcase.story;

import org.jspecify.annotations.NullMarked;
