package cn.gridcase.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * 计时说明: how a deadline came about, for whoever asks why.
 *
 * @param days each day that was looked at, in order: none of natural hours, and of calendar days
 *     only those after the last that was counted
 * @param due empty while the clock stands still
 * @param left of the time the clock counts; negative when it is overdue, and what it had when it
 *     stopped while it stands still
 */
public record Explanation(
    ZoneId zone,
    Instant start,
    TimeLimit limit,
    List<Stretch> days,
    List<Credit> pauses,
    List<Granted> extensions,
    Optional<Due> due,
    Duration left) {
  public Explanation {
    days = List.copyOf(days);
    pauses = List.copyOf(pauses);
    extensions = List.copyOf(extensions);
  }

  /**
   * 补回: what a pause gave back.
   *
   * @param counted of the time the clock counts; zero if it came after the deadline
   */
  public record Credit(Pause pause, Duration counted) {}

  /** 延期: an extension and the deadline it led to; empty if the clock stood still. */
  public record Granted(Extension extension, Optional<Due> due) {}

  /** The days with those that are alike and follow one another as one. */
  public List<Stretch> stretches() {
    return Stretch.merged(days);
  }

  /** As told to people: a dozen short lines at most, however long the limit is. */
  public List<String> lines() {
    return new ExplanationText(this).lines();
  }
}
