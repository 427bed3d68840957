/** The record 案卷: case files, the moves that change them, and their chained history. */
@NullMarked
package cn.gridcase.cases;

import org.jspecify.annotations.NullMarked;
