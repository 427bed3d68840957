/** 回避: a case is withheld from whoever has an interest in it. */
@NullMarked
package cn.gridcase.recusal;

import org.jspecify.annotations.NullMarked;
