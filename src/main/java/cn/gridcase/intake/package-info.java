/** 受理: a report becomes a draft, and the draft a numbered case. */
@NullMarked
package cn.gridcase.intake;

import org.jspecify.annotations.NullMarked;
