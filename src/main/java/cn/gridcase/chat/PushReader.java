package cn.gridcase.chat;

/** Reads a stored push once more; implemented by the wire it came over. */
public interface PushReader {
  /** What the decrypted XML said. */
  InboundMessage read(String xml);
}
