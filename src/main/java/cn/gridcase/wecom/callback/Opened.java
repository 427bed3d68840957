package cn.gridcase.wecom.callback;

/**
 * A message whose signature, padding and receiveid were right.
 *
 * @param key the pair that verified; an answer is sealed with the same
 * @param message decrypted; bytes that are not UTF-8 are replaced
 */
record Opened(CallbackKey key, String message) {}
