package cn.gridcase.sandbox.wire;

/** Which end of the wire spoke first, seen from the sandbox. */
public enum Direction {
  /** The service, or a browser, called the API. */
  IN("in"),
  /** The sandbox pushed to the service's callback. */
  OUT("out");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
