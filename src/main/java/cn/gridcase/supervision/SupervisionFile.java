package cn.gridcase.supervision;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** supervision.yaml: who is reminded of a deadline, and when. */
@ApplicationScoped
class SupervisionFile extends ConfigFile<SupervisionRules> {
  SupervisionFile() {
    super("supervision.yaml", SupervisionRules.class);
  }

  @Override
  protected void check(SupervisionRules rules, Snapshot all, Problems problems) {
    all.find(Roster.class)
        .ifPresent(
            roster -> {
              check(rules.before().tell(), "before.tell", roster, problems);
              check(rules.after().tell(), "after.tell", roster, problems);
            });
  }

  private void check(List<Role> told, String key, Roster roster, Problems problems) {
    told.stream()
        .filter(role -> roster.with(role).isEmpty())
        .forEach(role -> problems.add(name(), key, "roster.yaml 里没有" + role.chinese()));
  }
}
