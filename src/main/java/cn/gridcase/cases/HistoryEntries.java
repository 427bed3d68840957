package cn.gridcase.cases;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history of every case: it only grows, entry by entry, each chained to the one before. */
@ApplicationScoped
class HistoryEntries {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;

  @Inject
  HistoryEntries(Database database) {
    this.database = database;
  }

  /** An entry with its words, ready to be stored. */
  record Written(HistoryEntry entry, String salt, String words) {
    @Nullable Object[] entryRow() {
      return new @Nullable Object[] {
        entry.caseId(), entry.seq(), entry.at(), entry.move(), entry.actor(), entry.from(),
        entry.to(), entry.facts(), entry.textHash(), entry.config(), entry.previous(), entry.hash()
      };
    }

    @Nullable Object[] wordsRow() {
      return new @Nullable Object[] {entry.caseId(), entry.seq(), salt, words};
    }
  }

  /** Writes the next entry of a case in memory and moves the head of its chain on. */
  Written write(
      CaseFile file,
      Stage from,
      Move move,
      Change change,
      Actor actor,
      String config,
      Instant now) {
    String salt = salt();
    boolean silent = change.words().isEmpty();
    var entry =
        new HistoryEntry(
            file.id(),
            file.history().length() + 1,
            now,
            move.chinese(),
            actor.ref(),
            from.name(),
            change.to().name(),
            lines(change.facts()),
            silent ? "" : HistoryEntry.hashOf(salt, change.words()),
            config,
            file.history().head());
    file.history().growTo(entry);
    return new Written(entry, salt, change.words());
  }

  /** Stores entries whose case file is stored already. */
  void append(List<Written> entries) {
    database.changeEach(
        "INSERT INTO history_entry (case_id, seq, at, move, actor, from_stage, to_stage, facts,"
            + " text_hash, config_hash, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        entries.stream().map(Written::entryRow).toList());
    var spoken = new ArrayList<@Nullable Object[]>();
    entries.stream().filter(e -> !e.words.isEmpty()).forEach(e -> spoken.add(e.wordsRow()));
    if (!spoken.isEmpty()) {
      database.changeEach(
          "INSERT INTO history_text (case_id, seq, salt, body) VALUES (?,?,?,?)", spoken);
    }
  }

  /** What was said with the latest move of that kind; empty if nothing was, or it was erased. */
  String wordsOf(CaseFile file, String move) {
    return wordsOf(file, move, "");
  }

  /** The same of those moves alone that have this fact, a {@code key=value}; any if empty. */
  String wordsOf(CaseFile file, String move, String fact) {
    return database
        .first(
            "SELECT coalesce(t.body, '') FROM history_entry h"
                + " LEFT JOIN history_text t USING (case_id, seq)"
                + " WHERE h.case_id = ? AND h.move = ?"
                + " AND (? = '' OR ? = ANY (string_to_array(h.facts, E'\\n')))"
                + " ORDER BY h.seq DESC LIMIT 1",
            row -> row.getString(1),
            file.id(),
            move,
            fact,
            fact)
        .orElse("");
  }

  /** The same, as far as it was said after the latest move of another kind. */
  String wordsSince(CaseFile file, String move, String last) {
    return wordsSince(file, Set.of(move), last);
  }

  /** The same of several kinds of moves. */
  String wordsSince(CaseFile file, Set<String> moves, String last) {
    return database
        .first(
            """
            SELECT coalesce(t.body, '') FROM history_entry h
              LEFT JOIN history_text t USING (case_id, seq)
             WHERE h.case_id = ? AND h.move = ANY (?) AND h.seq > coalesce(
                   (SELECT max(seq) FROM history_entry WHERE case_id = h.case_id AND move = ?), 0)
             ORDER BY h.seq DESC LIMIT 1
            """,
            row -> row.getString(1),
            file.id(),
            moves.toArray(String[]::new),
            last)
        .orElse("");
  }

  /**
   * What was said when the case was given back, was let lie, or dispatched all the same; newest
   * first.
   */
  List<Argument> arguments(CaseFile file) {
    return database.list(
        """
        SELECT CASE WHEN h.move = ANY (?) THEN substring(h.facts FROM '(?n)^unit=(.*)$') END AS unit, t.body
          FROM history_entry h JOIN history_text t USING (case_id, seq)
         WHERE h.case_id = ?
           AND (h.move = ANY (?)
             OR h.move = ? AND string_to_array(h.facts, E'\\n') && ?::text[])
         ORDER BY h.seq DESC LIMIT 4
        """,
        row -> new Argument(Optional.ofNullable(row.getString("unit")), row.getString("body")),
        CaseFiles.BACK.toArray(String[]::new),
        file.id(),
        Stream.of(DispatchTo.TERMS, Set.of(HandUp.TERM, HandDown.TERM, RaiseToDistrict.TERM))
            .flatMap(Set::stream)
            .toArray(String[]::new),
        ReturnToDispatch.TERM,
        new String[] {
          "why=" + ReturnToDispatch.Why.SENT_BACK, "why=" + ReturnToDispatch.Why.UNSIGNED
        });
  }

  /** Hash of the rules by which the latest move of that kind was decided. */
  String configOf(CaseFile file, String move) {
    return database
        .first(
            "SELECT config_hash FROM history_entry WHERE case_id = ? AND move = ?"
                + " ORDER BY seq DESC LIMIT 1",
            row -> row.getString(1),
            file.id(),
            move)
        .orElseThrow();
  }

  /** Every move of a case, in order, without what was said. */
  List<PastMove> movesOf(CaseFile file) {
    return database.list(
        "SELECT at, move, to_stage, facts, config_hash FROM history_entry"
            + " WHERE case_id = ? ORDER BY seq",
        row ->
            new PastMove(
                Database.instant(row, "at"),
                row.getString("move"),
                Stage.valueOf(row.getString("to_stage")),
                row.getString("facts"),
                row.getString("config_hash")),
        file.id());
  }

  /** Everything that happened to a case, in order. */
  List<HistoryLine> of(CaseFile file) {
    return database.list(
        """
        SELECT h.at, h.move, h.to_stage, a.person, r.ref IS NOT NULL AS by_reporter,
               coalesce(t.body, '') AS words
          FROM history_entry h
          LEFT JOIN actor a ON a.ref = h.actor
          LEFT JOIN reporter r ON r.case_id = h.case_id AND r.ref = h.actor
          LEFT JOIN history_text t ON t.case_id = h.case_id AND t.seq = h.seq
         WHERE h.case_id = ? ORDER BY h.seq
        """,
        row ->
            new HistoryLine(
                Database.instant(row, "at"),
                row.getString("move"),
                Stage.valueOf(row.getString("to_stage")),
                Optional.ofNullable(row.getString("person")),
                row.getBoolean("by_reporter"),
                row.getString("words")),
        file.id());
  }

  private static String salt() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static String lines(Map<String, String> facts) {
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining("\n"));
  }
}
