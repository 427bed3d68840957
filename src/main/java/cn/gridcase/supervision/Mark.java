package cn.gridcase.supervision;

import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.LedgerRow;
import cn.gridcase.time.Due;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 时点: where on its way a countdown reaches a rung.
 *
 * @param percent of what the countdown may use, 1 to 100
 * @param after the deadline, by that much
 */
record Mark(int percent, Optional<TimeLimit> after) {
  private static final Pattern SHARE = Pattern.compile("([1-9][0-9]?|100)%");

  /**
   * Reads what somebody wrote: {@code 80%}, {@code 100%}, {@code +1工作日}.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  static Mark parse(String text) {
    Matcher share = SHARE.matcher(text.strip());
    if (share.matches()) {
      return new Mark(Integer.parseInt(share.group(1)), Optional.empty());
    }
    if (!text.startsWith("+")) {
      throw new IllegalArgumentException("no mark: " + text);
    }
    return new Mark(100, Optional.of(TimeLimit.parse(text.substring(1))));
  }

  /** Whether it comes before the deadline, so that past that it is not true any more. */
  boolean isBeforeDue() {
    return percent < 100;
  }

  /** When the countdown reaches it; empty while that stands still. */
  Optional<Instant> of(Countdown countdown, List<LedgerRow> ledger, WorkCalendar usual) {
    WorkCalendar hours = countdown.hours(usual);
    if (isBeforeDue()) {
      return countdown.due().isEmpty()
          ? Optional.empty()
          : hours.used(percent, countdown.ledger(ledger));
    }
    Optional<Instant> due = countdown.due().map(Due::at);
    return after.map(more -> due.map(at -> hours.due(at, more).at())).orElse(due);
  }
}
