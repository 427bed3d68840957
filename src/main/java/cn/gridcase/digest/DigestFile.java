package cn.gridcase.digest;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;

/** digest.yaml: when digests are sent, and to whom. */
@ApplicationScoped
class DigestFile extends ConfigFile<DigestRules> {
  DigestFile() {
    super("digest.yaml", DigestRules.class);
  }

  @Override
  protected void check(DigestRules rules, Snapshot all, Problems problems) {
    if (!rules.latest().isAfter(rules.time())) {
      problems.add(name(), "latest", "要晚于 time 写的 " + rules.time());
    }
    all.find(Roster.class).ifPresent(roster -> checkSomebody(rules, roster, problems));
  }

  private void checkSomebody(DigestRules rules, Roster roster, Problems problems) {
    rules.tell().stream()
        .filter(role -> roster.with(role).isEmpty())
        .forEach(role -> problems.add(name(), "tell", "roster.yaml 里没有" + role.chinese()));
  }
}
