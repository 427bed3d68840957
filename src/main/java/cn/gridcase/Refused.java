package cn.gridcase;

/**
 * 拒绝: a person asked for something the rules do not allow; the message is the Chinese sentence they
 * are shown.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public Refused(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What the person is told, and what they can do next. */
  public String sentence() {
    return sentence;
  }
}
