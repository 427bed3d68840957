package cn.gridcase.cases;

import cn.gridcase.database.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** 标签: which cases have which. */
@ApplicationScoped
public class CaseTags {
  private final Database database;

  @Inject
  CaseTags(Database database) {
    this.database = database;
  }

  void on(@Observes @Priority(6) CaseMoved moved) {
    if (moved.move() instanceof Tag move) {
      long id = moved.file().id();
      move.tags()
          .forEach(
              tag -> {
                if (move.on()) {
                  put(id, tag);
                } else {
                  take(id, tag);
                }
              });
    }
  }

  private void put(long id, String tag) {
    database.change(
        "INSERT INTO case_tag (case_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", id, tag);
  }

  private void take(long id, String tag) {
    database.change("DELETE FROM case_tag WHERE case_id = ? AND tag = ?", id, tag);
  }

  /** Those of one case, in the order of the alphabet. */
  public List<String> of(CaseFile file) {
    return database.list(
        "SELECT tag FROM case_tag WHERE case_id = ? ORDER BY tag",
        row -> row.getString(1),
        file.id());
  }

  /** Numbers of the open cases that have this tag, oldest first. */
  public List<CaseNumber> open(String tag) {
    return database.list(
        "SELECT c.number FROM case_tag t JOIN case_file c ON c.id = t.case_id"
            + " WHERE t.tag = ? AND c.closed_at IS NULL ORDER BY c.id",
        row -> new CaseNumber(row.getString(1)),
        tag);
  }
}
