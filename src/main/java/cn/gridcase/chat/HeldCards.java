package cn.gridcase.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Who holds, or is about to get, a card that still takes presses; only asks. */
@ApplicationScoped
public class HeldCards {
  private final Database database;

  @Inject
  HeldCards(Database database) {
    this.database = database;
  }

  /** Whether anybody holds such a card about the subject. */
  public boolean isHeld(String card, String subject) {
    return database
        .first(
            "SELECT 1 FROM sent_card WHERE card = ? AND subject = ? AND open LIMIT 1",
            row -> true,
            card,
            subject)
        .isPresent();
  }

  /** All who hold such a card: userids by subject. */
  public Map<String, Set<String>> holders(String card) {
    return database
        .list(
            "SELECT subject, person FROM sent_card WHERE card = ? AND open",
            row -> Map.entry(row.getString(1), row.getString(2)),
            card)
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }
}
