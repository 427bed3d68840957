/** Who: people, their roles, and the units they work for. */
@NullMarked
package cn.gridcase.roster;

import org.jspecify.annotations.NullMarked;
