package cn.gridcase.supervision;

import cn.gridcase.cases.Stage;
import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
      check(rung, key, problems);
      if (rung.again().isPresent() && rung.at().isBeforeDue()) {
        problems.add(name(), key + ".again", "过了截止时间就不再是“" + rung.name() + "”，不能反复提醒");
      }
      all.find(Roster.class).ifPresent(roster -> check(rung, key + ".tell", roster, problems));
    }
    checkEnds(rules, problems);
  }

  /** Wherever an open case stands, something has to wake it for as long as it stays there. */
  private void checkEnds(SupervisionRules rules, Problems problems) {
    Arrays.stream(Stage.values())
        .filter(stage -> !stage.isEnd())
        .map(stage -> stage.owesResult() ? Rung.DISPOSAL : stage.chinese())
        .distinct()
        .filter(of -> rules.ladder().stream().noneMatch(rung -> rung.neverEndsFor(of)))
        .forEach(
            of ->
                problems.add(name(), "ladder", "“" + of + "”没有一级写 again，提醒完最后一级以后，案件再不动也不会提醒任何人"));
  }

  private void check(Rung rung, String key, Problems problems) {
    boolean mayOrder = rung.of().equals(List.of(Rung.DISPOSAL)) && !rung.at().isBeforeDue();
    if (rung.order().isPresent() && !mayOrder) {
      problems.add(name(), key + ".order", "只能写在 of: [处置]、到期或者过期以后的那几级");
    }
    if (rung.order().isPresent() && rung.again().isPresent()) {
      problems.add(name(), key + ".order", "反复提醒的那一级不能发督办单，不然每次都会再发一张");
    }
    if (rung.issuer() && !Set.of(Rung.ORDERS, Rung.SHARES, Rung.ARRIVALS).containsAll(rung.of())) {
      problems.add(name(), key + ".issuer", "只能写在 of: [督办]、of: [协办] 或者 of: [到场] 的那几级");
    }
    if (rung.unsigned() && rung.of().contains(Rung.ARRIVALS)) {
      problems.add(name(), key + ".unsigned", "到场和签收无关，不能写在 of: [到场] 的那几级");
    }
  }

  private void check(Rung rung, String key, Roster roster, Problems problems) {
    rung.tell().stream()
        .filter(role -> roster.with(role).isEmpty())
        .forEach(role -> problems.add(name(), key, "roster.yaml 里没有" + role.chinese()));
  }
}
