/**
 * The wire to WeCom 企业微信: callback, crypto, sender, token. Implements the ports of chat and outbox.
 */
@NullMarked
package cn.gridcase.wecom;

import org.jspecify.annotations.NullMarked;
