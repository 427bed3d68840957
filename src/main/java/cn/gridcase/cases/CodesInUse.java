package cn.gridcase.cases;

import cn.gridcase.config.Problems;
import cn.gridcase.config.RecordCheck;
import cn.gridcase.config.Snapshot;
import cn.gridcase.database.Database;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.Shift;
import cn.gridcase.time.WorkCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The record keeps codes, so bot-config must go on knowing every code that some case has. */
@ApplicationScoped
class CodesInUse implements RecordCheck {
  private final Database database;

  @Inject
  CodesInUse(Database database) {
    this.database = database;
  }

  @Override
  public void check(Snapshot all, Problems problems) {
    List<String> units = all.value(Roster.class).units().stream().map(Unit::code).toList();
    inUse("SELECT unit FROM assignment UNION SELECT community FROM case_file")
        .filter(code -> !units.contains(code))
        .forEach(code -> problems.add("roster.yaml", "units", "还有案件属于单位“" + code + "”，请把它写回来"));
    List<String> categories =
        all.value(Categories.class).categories().stream().map(Category::code).toList();
    inUse("SELECT DISTINCT category FROM case_file")
        .filter(code -> !categories.contains(code))
        .forEach(
            code -> problems.add("categories.yaml", "categories", "还有案件属于类别“" + code + "”，请把它写回来"));
    List<String> shifts = all.value(WorkCalendar.class).shifts().stream().map(Shift::name).toList();
    inUse("SELECT DISTINCT shift FROM countdown")
        .filter(name -> !shifts.contains(name))
        .forEach(name -> problems.add("calendar.yaml", "shifts", "还有案件按班次“" + name + "”计时，请把它写回来"));
    Outcomes outcomes = all.value(Outcomes.class);
    inUse("SELECT DISTINCT outcome FROM case_file")
        .filter(code -> outcomes.named(code).isEmpty())
        .forEach(
            code -> problems.add("disposal.yaml", "outcomes", "还有案件的处置结果是“" + code + "”，请把它写回来"));
  }

  private Stream<String> inUse(String codes) {
    return database
        .list(
            "SELECT c FROM (" + codes + ") AS used(c) WHERE c IS NOT NULL", row -> row.getString(1))
        .stream();
  }
}
