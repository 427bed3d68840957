package cn.gridcase.outbox;

import java.time.Instant;

/**
 * A message that was given up, as an administrator sees it.
 *
 * @param since when it was given up
 * @param reason in Chinese
 * @param retriable whether {@link Outbox#retryParked} may send it: WeCom certainly does not have
 *     it, and nothing else was done in its place
 */
public record Parked(
    long position, String recipient, Kind kind, Instant since, String reason, boolean retriable) {}
