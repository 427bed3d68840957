package cn.gridcase.cases;

import cn.gridcase.database.Database;
import cn.gridcase.grid.Wgs84;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 吹哨: what is owed, shown and said about the whistles of all cases. */
@ApplicationScoped
public class WhistleFigures {
  private final Database database;
  private final HistoryEntries history;

  @Inject
  WhistleFigures(Database database, HistoryEntries history) {
    this.database = database;
    this.history = history;
  }

  /**
   * An arrival that somebody's unit owes.
   *
   * @param place of the case, where that is known
   */
  public record Owed(CaseNumber number, Optional<Wgs84> place) {}

  /** The arrivals that a unit owes, in the order they are due. */
  public List<Owed> owedBy(String unit) {
    return database.list(
        """
        SELECT c.number, c.wgs84_longitude, c.wgs84_latitude
          FROM countdown k JOIN case_file c ON c.id = k.case_id
         WHERE k.kind = 'ARRIVAL' AND k.name = ? AND k.ended_at IS NULL
         ORDER BY k.due_at, c.number
        """,
        row -> new Owed(new CaseNumber(row.getString("number")), place(row)),
        unit);
  }

  private static Optional<Wgs84> place(ResultSet row) throws SQLException {
    double longitude = row.getDouble("wgs84_longitude");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Wgs84(longitude, row.getDouble("wgs84_latitude")));
  }

  /** The case at which this person said they are, and has shown nothing of it, latest first. */
  public Optional<CaseNumber> bareBy(String userid, Instant since) {
    return database.first(
        """
        SELECT c.number
          FROM whistle_call w
          JOIN whistle h ON h.id = w.whistle_id
          JOIN case_file c ON c.id = h.case_id
         WHERE w.arrived_at > ? AND w.crs IS NULL AND w.photos = 0
           AND w.arrived_by IN (SELECT ref FROM actor WHERE person = ?
                                 UNION ALL SELECT ref FROM reporter WHERE person = ?)
           AND h.round = c.whistles
         ORDER BY w.arrived_at DESC LIMIT 1
        """,
        row -> new CaseNumber(row.getString(1)),
        since,
        userid,
        userid);
  }

  /** Some cases with a whistle that nobody may rate any more, and somebody has not. */
  public List<CaseNumber> unrated(Instant now, int most) {
    return database.list(
        """
        SELECT c.number FROM whistle w JOIN case_file c ON c.id = w.case_id
         WHERE w.rate_until <= ? AND w.rated_at IS NULL ORDER BY w.rate_until LIMIT ?
        """,
        row -> new CaseNumber(row.getString(1)),
        now,
        most);
  }

  /** The move that ends the rating of one of a case's whistles, if that is due. */
  public Optional<Move> silence(CaseFile file, Instant now) {
    return file.assignments().whistles().all().stream()
        .filter(whistle -> EndRating.isOver(whistle, now))
        .<Move>map(whistle -> new EndRating(whistle.round()))
        .findFirst();
  }

  /** Why it was blown; empty if that was erased. */
  public String reason(CaseFile file, Whistle whistle) {
    return history.wordsOf(file, BlowWhistle.TERM, "round=" + whistle.round());
  }

  /** What the lead said as it ended it; empty before. */
  public String summary(CaseFile file, Whistle whistle) {
    return history.wordsOf(file, EndWhistle.TERM, "round=" + whistle.round());
  }

  /** Why a unit said it would not come. */
  public String refusal(CaseFile file, WhistleCall call) {
    return history.wordsOf(file, CoUnitOut.TERM, "unit=" + call.unit());
  }

  /** Whether whoever reported the case blew it. */
  public boolean isByReporter(CaseFile file, Whistle whistle) {
    return whistle.blownBy().equals(file.reporter());
  }
}
