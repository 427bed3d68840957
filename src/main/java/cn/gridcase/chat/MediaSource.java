package cn.gridcase.chat;

/** Files people sent 临时素材, which WeCom keeps for three days. */
public interface MediaSource {
  /**
   * The bytes of a file, asked for once. Never inside a transaction.
   *
   * @param most bytes that are taken
   */
  byte[] fetch(String mediaId, int most) throws MediaFailed;
}
