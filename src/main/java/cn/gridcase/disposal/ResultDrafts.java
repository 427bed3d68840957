package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import cn.gridcase.grid.Crs;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What people have told of their work on a case and not handed in yet. */
@ApplicationScoped
class ResultDrafts {
  private final Database database;

  @Inject
  ResultDrafts(Database database) {
    this.database = database;
  }

  /** Somebody shows something before they tell. */
  void begin(CaseNumber number, String person) {
    database.change(
        "INSERT INTO result_draft (case_number, person, words) VALUES (?, ?, '')"
            + " ON CONFLICT DO NOTHING",
        number.text(),
        person);
  }

  /** Adds a sentence and returns all of them. */
  String add(CaseNumber number, String person, String words) {
    return database
        .first(
            "INSERT INTO result_draft AS d (case_number, person, words) VALUES (?, ?, ?)"
                + " ON CONFLICT (case_number, person)"
                + " DO UPDATE SET words = ltrim(d.words || E'\\n' || excluded.words, E'\\n')"
                + " RETURNING d.words",
            row -> row.getString(1),
            number.text(),
            person,
            words)
        .orElseThrow();
  }

  /** Where the person says they are; the last place counts. */
  void at(CaseNumber number, String person, Place place) {
    begin(number, person);
    database.change(
        "UPDATE result_draft SET longitude = ?, latitude = ?, crs = ?"
            + " WHERE case_number = ? AND person = ?",
        place.longitude(),
        place.latitude(),
        place.crs(),
        number.text(),
        person);
  }

  /** Where the person said they are. */
  Optional<Place> placeOf(CaseNumber number, String person) {
    return database.first(
        "SELECT longitude, latitude, crs FROM result_draft"
            + " WHERE case_number = ? AND person = ? AND crs IS NOT NULL",
        row -> new Place(row.getDouble(1), row.getDouble(2), Crs.valueOf(row.getString(3))),
        number.text(),
        person);
  }

  /** What the person told, empty if nothing. */
  String of(CaseNumber number, String person) {
    return database
        .first(
            "SELECT words FROM result_draft WHERE case_number = ? AND person = ?",
            row -> row.getString(1),
            number.text(),
            person)
        .orElse("");
  }

  /**
   * Handed in, or not theirs any more: what colleagues were writing is overtaken too.
   *
   * @return userids of those who had begun
   */
  List<String> ended(CaseNumber number, List<Person> colleagues) {
    return database.list(
        "DELETE FROM result_draft WHERE case_number = ? AND person = ANY (?) RETURNING person",
        row -> row.getString(1),
        number.text(),
        colleagues.stream().map(Person::userid).toArray(String[]::new));
  }
}
