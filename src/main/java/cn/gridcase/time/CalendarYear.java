package cn.gridcase.time;

import java.util.List;

/**
 * One year's holidays and make-up workdays as the State Council announced them, in the shape in
 * which NateScarlet/holiday-cn publishes them.
 *
 * @param papers where the notices it was taken from are to be read
 * @param days a notice may reach back into the last days of the year before
 */
public record CalendarYear(int year, List<String> papers, List<CalendarDay> days) {
  public CalendarYear {
    papers = List.copyOf(papers);
    days = List.copyOf(days);
  }

  /** A file without a day stands there before the notice is out, and says nothing yet. */
  boolean isAnnounced() {
    return !days.isEmpty();
  }
}
