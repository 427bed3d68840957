/**
 * Photos 照片: evidence as bytes, fetched once, shown without what the camera noted. Knows no cases.
 */
@NullMarked
package cn.gridcase.photos;

import org.jspecify.annotations.NullMarked;
