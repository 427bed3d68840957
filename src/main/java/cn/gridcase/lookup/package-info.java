/** 查询: where a case stands, for those entitled to know. */
@NullMarked
package cn.gridcase.lookup;

import org.jspecify.annotations.NullMarked;
