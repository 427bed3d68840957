package cn.gridcase.disposal;

import cn.gridcase.Refused;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody has chosen to do with a case beside working on it.
 *
 * @param target whom or which unit it is about: a userid, a code, or empty
 */
record Wanted(Deed deed, String target) {
  /** The wire swallows spaces at an end. */
  private static final String NOBODY = "-";

  private static final Pattern SHAPE =
      Pattern.compile("(SEND_BACK|TRANSFER|WAIVE|RECUSE) (\\S+)(?: (.+))?", Pattern.DOTALL);

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
    return deed.name() + " " + (target.isEmpty() ? NOBODY : target);
  }

  /** The same with a reason behind it. */
  String with(String reason) {
    return id() + " " + reason;
  }

  static Wanted in(String id) {
    Matcher parts = parts(id);
    String target = parts.group(2);
    return new Wanted(Deed.valueOf(parts.group(1)), target.equals(NOBODY) ? "" : target);
  }

  /** The reason behind it. */
  static String reasonIn(String id) {
    return Optional.ofNullable(parts(id).group(3)).orElseThrow(Wanted::unknown);
  }

  private static Matcher parts(String id) {
    Matcher parts = SHAPE.matcher(id);
    if (!parts.matches()) {
      throw unknown();
    }
    return parts;
  }

  private static Refused unknown() {
    return new Refused("没有收到您选的是哪一项，没有生效。请在卡片上选好，再按一次。");
  }
}
