/** 回调: what WeCom pushes to us, opened, read and answered. */
@NullMarked
package cn.gridcase.wecom.callback;

import org.jspecify.annotations.NullMarked;
