package cn.gridcase.cases;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds every history against its chain: a changed, missing, added or cut-off entry is named. */
@ApplicationScoped
public class HistoryChain {
  // A case without entries comes as one row with a null seq: its whole history was cut off.
  private static final String ALL =
      "SELECT c.id, c.number, c.history_length, c.history_head, h.seq, h.at, h.move, h.actor,"
          + " h.from_stage, h.to_stage, h.facts, h.text_hash, h.config_hash, h.previous, h.hash,"
          + " t.salt, t.body, lead(c.id) OVER (ORDER BY c.id, h.seq) AS next_case"
          + " FROM case_file c LEFT JOIN history_entry h ON h.case_id = c.id"
          + " LEFT JOIN history_text t ON t.case_id = h.case_id AND t.seq = h.seq"
          + " ORDER BY c.id, h.seq";

  private final Database database;

  @Inject
  HistoryChain(Database database) {
    this.database = database;
  }

  /** What was found: how much was read, and each case's first fault. */
  public record Finding(long cases, long entries, List<Fault> faults) {}

  /** The first entry of a case that does not hold, and why, in Chinese. */
  public record Fault(String caseNumber, int seq, String reason) {}

  /** Reads all histories; needs a transaction. */
  public Finding verify() {
    return database.read(ALL, HistoryChain::read);
  }

  private static Finding read(ResultSet row) throws SQLException {
    long cases = 0;
    long entries = 0;
    var faults = new ArrayList<Fault>();
    int expected = 1;
    String previous = "";
    boolean sound = true;
    while (row.next()) {
      String number = row.getString("number");
      if (expected == 1) {
        cases++;
        previous = HistoryEntry.origin(new CaseNumber(number));
        sound = true;
      }
      entries += row.getObject("seq") == null ? 0 : 1;
      Optional<String> fault = sound ? fault(row, expected, previous) : Optional.empty();
      if (fault.isPresent()) {
        faults.add(new Fault(number, expected, fault.get()));
        sound = false;
      }
      previous = Optional.ofNullable(row.getString("hash")).orElse(previous);
      expected = row.getLong("next_case") == row.getLong("id") ? expected + 1 : 1;
    }
    return new Finding(cases, entries, List.copyOf(faults));
  }

  private static Optional<String> fault(ResultSet row, int expected, String previous)
      throws SQLException {
    if (row.getObject("seq") == null) {
      return Optional.of("没有任何流转记录");
    }
    if (row.getInt("seq") != expected) {
      return Optional.of("缺少这一条");
    }
    if (!previous.equals(row.getString("previous"))) {
      return Optional.of("与上一条接不上");
    }
    if (!entry(row).hash().equals(row.getString("hash"))) {
      return Optional.of("内容被改动");
    }
    if (textWasChanged(row)) {
      return Optional.of("文字被改动");
    }
    boolean last = row.getLong("next_case") != row.getLong("id");
    boolean whole =
        row.getInt("history_length") == expected
            && row.getString("history_head").equals(row.getString("hash"));
    return last && !whole ? Optional.of("末尾与案卷不符，可能有记录被删除") : Optional.empty();
  }

  private static boolean textWasChanged(ResultSet row) throws SQLException {
    String body = row.getString("body");
    // Erased words leave no row: the chain still holds, and their hash tells nothing.
    return body != null
        && !HistoryEntry.hashOf(row.getString("salt"), body).equals(row.getString("text_hash"));
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getLong("id"),
        row.getInt("seq"),
        Database.instant(row, "at"),
        row.getString("move"),
        row.getObject("actor", UUID.class),
        row.getString("from_stage"),
        row.getString("to_stage"),
        row.getString("facts"),
        row.getString("text_hash"),
        row.getString("config_hash"),
        row.getString("previous"));
  }
}
