/** Where: coordinates that say which system they are in, and the grids of the town. */
@NullMarked
package cn.gridcase.grid;

import org.jspecify.annotations.NullMarked;
