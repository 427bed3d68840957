package cn.gridcase.chat;

import cn.gridcase.roster.Person;
import java.time.Instant;

/**
 * A person of the roster said something, or chose a menu entry that stands for it.
 *
 * @param text trimmed, never empty
 * @param expectation what they were asked for last
 */
public record Said(Person speaker, String text, Expectation expectation, Instant now) {}
