/** 区级: what is beyond the town is handed up to the district 提级, and what comes of it there. */
@NullMarked
package cn.gridcase.district;

import org.jspecify.annotations.NullMarked;
