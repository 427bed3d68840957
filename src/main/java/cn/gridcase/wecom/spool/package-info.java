/** 暂存: pushes that could not be stored in the database, still encrypted, in files of their own. */
@NullMarked
package cn.gridcase.wecom.spool;

import org.jspecify.annotations.NullMarked;
