package cn.gridcase.cases;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** disposal.yaml: how a case can end. */
@ApplicationScoped
public class OutcomesFile extends ConfigFile<Outcomes> {
  /** Built by the container, and by tests. */
  public OutcomesFile() {
    super("disposal.yaml", Outcomes.class);
  }

  @Override
  protected void check(Outcomes all, Snapshot others, Problems problems) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < all.outcomes().size(); i++) {
      Outcome outcome = all.outcomes().get(i);
      String key = Problems.item("outcomes", i, outcome.code());
      if (!taken.add(outcome.code()) || !taken.add(outcome.name())) {
        problems.add(name(), key, "这个代码或名称前面已经有了");
      }
    }
  }
}
