package cn.gridcase.cases;

import java.util.List;

/** 办结原因: why a case ended without a result, as it is counted. */
final class EndReason {
  /** 并案: it goes on as a part of another. */
  static final String MERGED = "并案";

  /** 移送: it is for others than the town. */
  static final String SENT_AWAY = "移送";

  /** What none of the lists says. */
  static final String OTHER = "其他";

  private EndReason() {}

  /** The first of these that is in what was said. */
  static String among(List<String> known, String said) {
    return known.stream().filter(said::contains).findFirst().orElse(OTHER);
  }
}
