package cn.gridcase.cases;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;

/** whistle.yaml: who may blow, and how soon the units that are called have to be there. */
@ApplicationScoped
public class WhistleFile extends ConfigFile<WhistleRules> {
  /** Built by the container, and by tests. */
  public WhistleFile() {
    super("whistle.yaml", WhistleRules.class);
  }

  @Override
  protected void check(WhistleRules rules, Snapshot all, Problems problems) {
    all.find(Roster.class)
        .ifPresent(
            roster ->
                rules.blowers().stream()
                    .filter(role -> roster.with(role).isEmpty())
                    .forEach(
                        role ->
                            problems.add(name(), "blowers", "roster.yaml 里没有" + role.chinese())));
  }
}
