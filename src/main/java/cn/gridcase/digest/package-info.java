/** 简报: what leaders are told, with parts that add up. */
@NullMarked
package cn.gridcase.digest;

import org.jspecify.annotations.NullMarked;
