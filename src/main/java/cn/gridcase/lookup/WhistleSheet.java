package cn.gridcase.lookup;

import java.util.List;

/**
 * 吹哨: what the page of a case shows of one whistle.
 *
 * @param standing how many came, or how it ended
 * @param reason why it was blown
 * @param blown who blew, when, and by when one had to be there
 * @param units each unit, and when it came or why not
 * @param summary 收哨总结; empty while there is none
 * @param ended when and how it ended; empty while it lasts
 * @param ratings what each side says of the other, by units alone
 */
record WhistleSheet(
    String kind,
    String standing,
    String reason,
    String blown,
    List<String> units,
    String summary,
    String ended,
    List<String> ratings) {
  WhistleSheet {
    units = List.copyOf(units);
    ratings = List.copyOf(ratings);
  }
}
