package cn.gridcase.cases;

import cn.gridcase.config.BotConfigs;
import cn.gridcase.database.Database;
import cn.gridcase.database.StartRefused;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The record keeps codes, so bot-config must go on knowing every code that some case has. */
@ApplicationScoped
class CodesInUse {
  private final Database database;
  private final RosterFile roster;
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;
  private final boolean command;

  @Inject
  CodesInUse(
      Database database,
      RosterFile roster,
      CategoriesFile categories,
      OutcomesFile outcomes,
      @ConfigProperty(name = "gridcase.command", defaultValue = "false") boolean command) {
    this.database = database;
    this.roster = roster;
    this.categories = categories;
    this.outcomes = outcomes;
    this.command = command;
  }

  void check(@Observes @Priority(BotConfigs.LOADED + 1) StartupEvent start) {
    if (command) {
      return;
    }
    List<String> missing = QuarkusTransaction.requiringNew().call(this::missing);
    if (!missing.isEmpty()) {
      throw new StartRefused("bot-config 删掉了案卷里正在用的代码，服务没有启动：\n" + String.join("\n", missing));
    }
  }

  private List<String> missing() {
    var missing = new ArrayList<String>();
    List<String> units = roster.inForce().units().stream().map(Unit::code).toList();
    inUse("SELECT unit FROM assignment UNION SELECT community FROM case_file")
        .filter(code -> !units.contains(code))
        .forEach(code -> missing.add("roster.yaml · units · 还有案件属于单位“" + code + "”，请把它写回来"));
    List<String> known = categories.inForce().categories().stream().map(Category::code).toList();
    inUse("SELECT DISTINCT category FROM case_file")
        .filter(code -> !known.contains(code))
        .forEach(
            code -> missing.add("categories.yaml · categories · 还有案件属于类别“" + code + "”，请把它写回来"));
    inUse("SELECT DISTINCT outcome FROM case_file")
        .filter(code -> outcomes.inForce().named(code).isEmpty())
        .forEach(code -> missing.add("disposal.yaml · outcomes · 还有案件的处置结果是“" + code + "”，请把它写回来"));
    return missing;
  }

  private Stream<String> inUse(String codes) {
    return database
        .list(
            "SELECT c FROM (" + codes + ") AS used(c) WHERE c IS NOT NULL", row -> row.getString(1))
        .stream();
  }
}
