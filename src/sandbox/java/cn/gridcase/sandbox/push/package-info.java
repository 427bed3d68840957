/** Members act, and the service's callback hears of it. */
@NullMarked
package cn.gridcase.sandbox.push;

import org.jspecify.annotations.NullMarked;
