/** Benchmarks, run by a documented command and never inside a test: docs/performance.md. */
@NullMarked
package cn.gridcase.bench;

import org.jspecify.annotations.NullMarked;
