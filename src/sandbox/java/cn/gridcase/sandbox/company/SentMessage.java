package cn.gridcase.sandbox.company;

import java.time.Instant;
import java.util.List;

/**
 * A message the app has sent.
 *
 * @param taskId of a card; empty for anything else
 * @param cardType of a card; empty for anything else
 * @param receivers canonical userids of all it was addressed to and could reach
 */
public record SentMessage(
    String id, int agentId, Instant at, String taskId, String cardType, List<String> receivers) {}
