package cn.gridcase.wecom.callback;

/**
 * An encrypted message on the wire and what signs it.
 *
 * @param timestamp unix seconds in decimal
 * @param encrypt Base64 of the ciphertext
 */
record Sealed(String signature, String timestamp, String nonce, String encrypt) {}
