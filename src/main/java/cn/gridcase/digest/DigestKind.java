package cn.gridcase.digest;

/** How often a digest is sent. */
enum DigestKind {
  DAILY("日报"),
  WEEKLY("周报");

  private final String chinese;

  DigestKind(String chinese) {
    this.chinese = chinese;
  }

  /** Its title. */
  String chinese() {
    return chinese;
  }
}
