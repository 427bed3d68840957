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
        .first(
            """
            SELECT 1 FROM case_doer d
              LEFT JOIN actor a ON a.ref = d.actor
              LEFT JOIN reporter r ON r.ref = d.actor
             WHERE d.case_id = ? AND ? IN (a.person, r.person)
            """,
            row -> true,
            file.id(),
            person.userid())
        .isPresent();
  }

  /** Userid of whoever asked for it. */
  public String asker(CaseRequest request) {
    return person(request.askedBy());
  }

  /** Userid of whoever blew it. */
  public String blower(Whistle whistle) {
    return person(whistle.blownBy());
  }

  private String person(UUID ref) {
    return database
        .first(
            "SELECT person FROM actor WHERE ref = ? UNION ALL SELECT person FROM reporter WHERE ref = ?",
            row -> row.getString(1),
            ref,
            ref)
        .orElseThrow();
  }

  /** Somebody who signed for a unit's share of a case that is not done yet. */
  public record Signer(CaseNumber number, String unit, String person) {}

  /** Who signed for each share that is not handed in. */
  List<Signer> signers() {
    return database.list(
        """
        SELECT c.number, s.unit, coalesce(a.person, r.person) AS person
          FROM assignment s
          JOIN case_file c ON c.id = s.case_id AND c.stage = 'DISPOSAL'
          LEFT JOIN actor a ON a.ref = s.signed_by
          LEFT JOIN reporter r ON r.ref = s.signed_by
         WHERE s.signed_at IS NOT NULL AND s.ended_at IS NULL AND s.result_at IS NULL
           AND coalesce(a.person, r.person) IS NOT NULL
        """,
        row -> new Signer(new CaseNumber(row.getString(1)), row.getString(2), row.getString(3)));
  }

  /** What a case asks its reporter. */
  public record Question(CaseNumber number, String words, Instant at) {}

  /** 待补充: what this person's cases wait for, those that have waited longest first. */
  public List<Question> questionsTo(Person reporter) {
    return database.list(
        """
        SELECT c.number, coalesce(q.body, '') AS words, l.from_at
          FROM reporter r
          JOIN case_file c ON c.id = r.case_id
          JOIN ledger_row l ON l.case_id = c.id AND l.kind = 'REPORTER' AND l.to_at IS NULL
          LEFT JOIN LATERAL (
            SELECT t.body FROM history_entry h JOIN history_text t USING (case_id, seq)
             WHERE h.case_id = c.id AND h.move = ? ORDER BY h.seq DESC LIMIT 1) q ON true
         WHERE r.person = ? ORDER BY l.from_at
        """,
        row ->
            new Question(
                new CaseNumber(row.getString("number")),
                row.getString("words"),
                Database.instant(row, "from_at")),
        AskReporter.TERM,
        reporter.userid());
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
