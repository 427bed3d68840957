package cn.gridcase.sandbox.company;

import java.time.Instant;

/** A temporary file 临时素材. */
public record Media(
    String id, String type, String fileName, String contentType, Content content, Instant at) {
  /** Bytes, compared by identity: nobody compares files here. */
  public static final class Content {
    private final byte[] bytes;

    public Content(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int size() {
      return bytes.length;
    }
  }
}
