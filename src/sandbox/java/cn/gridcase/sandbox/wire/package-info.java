/** What crosses the wire and what is remembered of it: envelope, JSON, errors, ledger. */
@NullMarked
package cn.gridcase.sandbox.wire;

import org.jspecify.annotations.NullMarked;
