/** Messages promised 发件箱: kept until delivered or visibly undeliverable. Knows no cases. */
@NullMarked
package cn.gridcase.outbox;

import org.jspecify.annotations.NullMarked;
