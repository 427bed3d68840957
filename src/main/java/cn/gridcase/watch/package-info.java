/** The auditor of our own promises: loops, heartbeats, readiness. */
@NullMarked
package cn.gridcase.watch;

import org.jspecify.annotations.NullMarked;
