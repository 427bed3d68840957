/** 吹哨: units are called to the place of a case, come, and are judged for it, as is the call. */
@NullMarked
package cn.gridcase.whistle;

import org.jspecify.annotations.NullMarked;
