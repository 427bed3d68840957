package cn.gridcase.wecom.callback;

import cn.gridcase.chat.InboundMessage;

/**
 * A push that came from WeCom for certain, decrypted and read.
 *
 * @param key an answer is sealed with the same
 */
record OpenedPush(Sealed sealed, CallbackKey key, InboundMessage message) {}
