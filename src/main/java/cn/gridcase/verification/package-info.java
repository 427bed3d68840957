/** 核查: somebody who did not do the work looks at it. */
@NullMarked
package cn.gridcase.verification;

import org.jspecify.annotations.NullMarked;
