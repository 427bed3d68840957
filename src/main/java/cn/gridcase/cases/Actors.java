package cn.gridcase.cases;

import cn.gridcase.database.Database;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who stands behind the opaque references of a case; the reporter's is opened with a purpose only.
 */
@ApplicationScoped
public class Actors {
  private final Database database;

  @Inject
  Actors(Database database) {
    this.database = database;
  }

  /** Why the reporter's identity is opened; every opening is written down. */
  public enum Purpose {
    TELL_THE_REPORTER
  }

  /** The userid of the reporter. */
  public String reporterOf(CaseFile file, Purpose purpose, Instant now) {
    return database
        .first(
            "WITH opened AS (INSERT INTO reporter_opening VALUES (?, ?, ?) RETURNING case_id)"
                + " SELECT person FROM reporter JOIN opened USING (case_id)",
            row -> row.getString(1),
            file.id(),
            purpose,
            now)
        .orElseThrow();
  }

  /** Whether this person reported the case. */
  public boolean isReporter(CaseFile file, Person person) {
    return database
        .first(
            "SELECT 1 FROM reporter WHERE case_id = ? AND person = ?",
            row -> true,
            file.id(),
            person.userid())
        .isPresent();
  }

  /** Whether this person signed for the case, or handed in its result. */
  public boolean isDoer(CaseFile file, Person person) {
    return database
        .list(
            "SELECT ref FROM reporter WHERE case_id = ? AND person = ?"
                + " UNION ALL SELECT ref FROM actor WHERE case_id = ? AND person = ?",
            row -> row.getObject(1, UUID.class),
            file.id(),
            person.userid(),
            file.id(),
            person.userid())
        .stream()
        .anyMatch(file::wasDoneBy);
  }

  /** Rows of the cases this person reported, newest first. */
  List<Long> casesReportedBy(Person person, int most) {
    return database.list(
        "SELECT case_id FROM reporter WHERE person = ? ORDER BY case_id DESC LIMIT ?",
        row -> row.getLong(1),
        person.userid(),
        most);
  }

  void isReportedBy(CaseFile file, Person reporter) {
    database.change(
        "INSERT INTO reporter (case_id, ref, person) VALUES (?, ?, ?)",
        file.id(),
        file.reporter(),
        reporter.userid());
  }

  /** The person's reference in this case, made up when they first act in it. */
  Actor in(CaseFile file, Person person) {
    return database
        .first(
            "WITH known AS (SELECT ref FROM reporter WHERE case_id = ? AND person = ?"
                + " UNION ALL SELECT ref FROM actor WHERE case_id = ? AND person = ?),"
                + " added AS (INSERT INTO actor (ref, case_id, person) SELECT ?, ?, ?"
                + " WHERE NOT EXISTS (SELECT FROM known) RETURNING ref)"
                + " SELECT ref FROM known UNION ALL SELECT ref FROM added",
            row -> new Actor(person, row.getObject(1, UUID.class)),
            file.id(),
            person.userid(),
            file.id(),
            person.userid(),
            UUID.randomUUID(),
            file.id(),
            person.userid())
        .orElseThrow();
  }
}
