package cn.gridcase.cases;

import cn.gridcase.database.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 并案: which case is a part of which other now. */
@ApplicationScoped
public class Merges {
  private final Database database;

  @Inject
  Merges(Database database) {
    this.database = database;
  }

  void on(@Observes @Priority(7) CaseMoved moved) {
    if (moved.move() instanceof MergeInto merge) {
      database.change(
          "INSERT INTO case_merge (case_id, into_id) VALUES (?, ?)",
          moved.file().id(),
          merge.into().id());
    }
    if (moved.move() instanceof Detach) {
      database.change("DELETE FROM case_merge WHERE case_id = ?", moved.file().id());
    }
  }

  /** What this case is a part of. */
  public Optional<CaseNumber> into(CaseNumber number) {
    return database.first(
        "SELECT t.number FROM case_merge m JOIN case_file c ON c.id = m.case_id"
            + " JOIN case_file t ON t.id = m.into_id WHERE c.number = ?",
        row -> new CaseNumber(row.getString(1)),
        number.text());
  }

  /** What is a part of this case, in order. */
  public List<CaseNumber> of(CaseNumber into) {
    return database.list(
        "SELECT c.number FROM case_merge m JOIN case_file c ON c.id = m.case_id"
            + " JOIN case_file t ON t.id = m.into_id WHERE t.number = ? ORDER BY c.id",
        row -> new CaseNumber(row.getString(1)),
        into.text());
  }
}
