package cn.gridcase.cases;

import cn.gridcase.database.Database;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 回避: from whom a case is withheld; for them it does not exist any more. */
@ApplicationScoped
public class Recusals {
  private final Database database;

  @Inject
  Recusals(Database database) {
    this.database = database;
  }

  /** Withholds the case from this person, for good. */
  public void add(CaseFile file, Person party) {
    database.change(
        "INSERT INTO recusal (case_id, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
        file.id(),
        party.userid());
  }

  /** Whether the case is withheld from this person. */
  public boolean isWithheld(CaseNumber number, String userid) {
    return database
        .first(
            "SELECT 1 FROM recusal r JOIN case_file c ON c.id = r.case_id"
                + " WHERE c.number = ? AND lower(r.person) = lower(?)",
            row -> true,
            number.text(),
            userid)
        .isPresent();
  }

  /** What a case is called to this person: one that is withheld from them is just another. */
  public String nameOf(CaseNumber number, String userid) {
    return isWithheld(number, userid) ? "另一案件" : "案件" + number;
  }

  /** Those of these people who may know of the case. */
  public List<Person> among(List<Person> people, CaseFile file) {
    return people.stream().filter(each -> !isWithheld(file.number(), each.userid())).toList();
  }

  /** What is left for this person of a text whose lines each tell of one case at most. */
  public String without(String text, String userid) {
    return String.join(
        "\n",
        text.lines()
            .filter(
                line -> CaseNumber.in(line).filter(number -> isWithheld(number, userid)).isEmpty())
            .toList());
  }

  /** Numbers of the cases with a unit that are withheld from somebody. */
  public List<CaseNumber> inDisposal() {
    return database.list(
        "SELECT DISTINCT c.number FROM recusal r JOIN case_file c ON c.id = r.case_id"
            + " WHERE c.stage = 'DISPOSAL'",
        row -> new CaseNumber(row.getString(1)));
  }
}
