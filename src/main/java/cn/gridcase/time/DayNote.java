package cn.gridcase.time;

/**
 * Whether a day is worked, and why.
 *
 * @param why 周末, the holiday or shutdown, or the holiday for which a weekend is worked; empty for a
 *     plain working day
 */
public record DayNote(boolean worked, String why) {
  static final DayNote PLAIN = new DayNote(true, "");
  static final DayNote WEEKEND = rest("周末");

  static DayNote rest(String why) {
    return new DayNote(false, why);
  }

  boolean isWeekend() {
    return equals(WEEKEND);
  }

  /** 调休上班. */
  boolean isMakeUp() {
    return worked && !why.isEmpty();
  }
}
