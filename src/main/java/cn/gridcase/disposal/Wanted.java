package cn.gridcase.disposal;

/**
 * What somebody has chosen to do with a case beside working on it.
 *
 * @param target whom or which unit it is about: a userid, a code, or empty
 */
record Wanted(Deed deed, String target) {
  enum Deed {
    /** 回退. */
    SEND_BACK,
    /** 转办. */
    TRANSFER,
    /** 免除协办. */
    WAIVE,
    /** 本人回避. */
    RECUSE
  }

  /** As an option of a card, and as it is remembered in a conversation. */
  String id() {
    return deed.name() + " " + target;
  }

  /** The same with a reason behind it. */
  String with(String reason) {
    return id() + " " + reason;
  }

  static Wanted in(String id) {
    String[] parts = id.split(" ", 3);
    return new Wanted(Deed.valueOf(parts[0]), parts[1]);
  }

  /** The reason behind it. */
  static String reasonIn(String id) {
    return id.split(" ", 3)[2];
  }
}
