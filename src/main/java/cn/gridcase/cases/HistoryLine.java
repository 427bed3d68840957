package cn.gridcase.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the history 流转记录 as it may be read: whoever reported is a reporter and nobody else.
 *
 * @param move 流转动作
 * @param to the stage after it
 * @param person userid of who made the move; empty for the reporter, the service itself, and
 *     whoever was erased
 * @param words what was said with it; empty if nothing was, or it was erased
 */
public record HistoryLine(
    Instant at, String move, Stage to, Optional<String> person, boolean byReporter, String words) {}
