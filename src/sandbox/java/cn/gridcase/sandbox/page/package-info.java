/** What the browser page asks for. */
@NullMarked
package cn.gridcase.sandbox.page;

import org.jspecify.annotations.NullMarked;
