package cn.gridcase.chat;

import cn.gridcase.roster.Person;
import java.time.Instant;

/**
 * A person of the roster sent a photo.
 *
 * @param mediaId under which WeCom keeps it for three days
 * @param expectation what they were asked for last
 */
public record ShownPhoto(Person speaker, String mediaId, Expectation expectation, Instant now) {}
