/** A strict stand-in for WeCom: start reading at {@code Sandbox}; it knows only the wire. */
@NullMarked
package cn.gridcase.sandbox;

import org.jspecify.annotations.NullMarked;
