/** The sandbox lives by the service's own clock, and can walk it forward. */
@NullMarked
package cn.gridcase.sandbox.clock;

import org.jspecify.annotations.NullMarked;
