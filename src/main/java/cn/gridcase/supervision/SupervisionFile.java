package cn.gridcase.supervision;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** supervision.yaml: who is told as a deadline comes near and passes. */
@ApplicationScoped
class SupervisionFile extends ConfigFile<SupervisionRules> {
  SupervisionFile() {
    super("supervision.yaml", SupervisionRules.class);
  }

  @Override
  protected void check(SupervisionRules rules, Snapshot all, Problems problems) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < rules.ladder().size(); i++) {
      Rung rung = rules.ladder().get(i);
      String key = Problems.item("ladder", i, rung.name());
      if (!names.add(rung.name())) {
        problems.add(name(), key + ".name", "“" + rung.name() + "”前面已经有了");
      }
      all.find(Roster.class).ifPresent(roster -> check(rung, key + ".tell", roster, problems));
    }
  }

  private void check(Rung rung, String key, Roster roster, Problems problems) {
    rung.tell().stream()
        .filter(role -> roster.with(role).isEmpty())
        .forEach(role -> problems.add(name(), key, "roster.yaml 里没有" + role.chinese()));
  }
}
