package cn.gridcase.cases;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** approvals.yaml: who has to agree to what stops or extends a deadline. */
@ApplicationScoped
public class ApprovalsFile extends ConfigFile<Approvals> {
  /** Built by the container, and by tests. */
  public ApprovalsFile() {
    super("approvals.yaml", Approvals.class);
  }

  @Override
  protected void check(Approvals rules, Snapshot all, Problems problems) {
    all.find(Roster.class)
        .ifPresent(
            roster -> {
              for (int i = 0; i < rules.extension().size(); i++) {
                check(
                    rules.extension().get(i), Problems.item("extension", i, ""), roster, problems);
              }
              check(rules.designation(), "designation", roster, problems);
              check(rules.suspension().approvers(), "suspension.approvers", roster, problems);
            });
  }

  private void check(List<Role> roles, String key, Roster roster, Problems problems) {
    roles.stream()
        .filter(role -> roster.with(role).isEmpty())
        .forEach(role -> problems.add(name(), key, "roster.yaml 里没有" + role.chinese()));
  }
}
