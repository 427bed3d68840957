package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Countdown;
import java.time.Instant;

/**
 * A countdown has come to a rung, and it is true.
 *
 * @param since when it was to be told
 */
record Reached(
    WakeUps.WakeUp wakeUp, Rung rung, CaseFile file, Countdown countdown, Instant since) {}
