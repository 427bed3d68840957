package cn.gridcase.cases;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;

/** closure.yaml: who closes a case, and how its reporter is asked about it. */
@ApplicationScoped
public class ClosureFile extends ConfigFile<ClosureRules> {
  /** Built by the container, and by tests. */
  public ClosureFile() {
    super("closure.yaml", ClosureRules.class);
  }

  @Override
  protected void check(ClosureRules rules, Snapshot all, Problems problems) {
    rules
        .by()
        .filter(role -> all.find(Roster.class).filter(its -> its.with(role).isEmpty()).isPresent())
        .ifPresent(role -> problems.add(name(), "by", "roster.yaml 里没有" + role.chinese()));
    if (rules.by().isEmpty() && !rules.only().isEmpty()) {
      problems.add(name(), "only", "没有写 by，核查通过就结案，这一项不起作用");
    }
  }
}
