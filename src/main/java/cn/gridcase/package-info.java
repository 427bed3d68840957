/** gridcase: a chat is the interface, the case is the record. */
@NullMarked
package cn.gridcase;

import org.jspecify.annotations.NullMarked;
