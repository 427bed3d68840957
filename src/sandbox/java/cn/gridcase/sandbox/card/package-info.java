/** The rules of template cards, as the real API enforces them. */
@NullMarked
package cn.gridcase.sandbox.card;

import org.jspecify.annotations.NullMarked;
