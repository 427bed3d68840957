package cn.gridcase.lookup;

/**
 * A blank in the sentence of a deed, filled in on a page.
 *
 * @param name of the form's field
 * @param label above it
 * @param kind what is filled in
 * @param before what stands before it in the sentence, such as {@code 给}; may be empty
 * @param needed whether the sentence means nothing without it
 * @param hint an example; may be empty
 */
record Blank(String name, String label, Kind kind, String before, boolean needed, String hint) {
  /** What may be filled in: one of a list that the page knows, or words. */
  enum Kind {
    /** The likeliest first. */
    SUGGESTED_UNIT,
    /** Several, or none. */
    CO_UNITS,
    /** One that does not have it. */
    ANOTHER_UNIT,
    HELPING_UNIT,
    DISTRICT_UNIT,
    COLLEAGUE,
    OUTCOME,
    LIMIT,
    /** One their unit is to answer. */
    ORDER,
    /** One that is theirs to close. */
    OWN_ORDER,
    TAG,
    /** 日常哨, 攻坚哨 or 应急哨. */
    WHISTLE,
    /** A line, where a unit has sent the case back. */
    ANSWER,
    /** A line. */
    LINE,
    /** More than a line. */
    WORDS
  }

  static Blank words(String label, String hint) {
    return new Blank("words", label, Kind.WORDS, "", true, hint);
  }

  static Blank line(String label, String hint) {
    return new Blank("line", label, Kind.LINE, "", true, hint);
  }

  static Blank one(Kind kind, String label) {
    return new Blank("one", label, kind, "", true, "");
  }

  /** The same, after these words. */
  Blank after(String words) {
    return new Blank(name, label, kind, words, needed, hint);
  }

  /** The same, which may be left empty, under another name. */
  Blank ifAny(String otherName) {
    return new Blank(otherName, label, kind, before, false, hint);
  }
}
