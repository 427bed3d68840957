package cn.gridcase.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisionFileTest {
  private final ShippedConfig shipped = ShippedConfig.of(new SupervisionFile(), new RosterFile());

  @Test
  void theShippedRulesAreRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @Test
  void aReminderBeforeComesBefore() {
    assertEquals(
        List.of("supervision.yaml · before.percent · 最大值必须为 99"),
        shipped.replacing("supervision.yaml", "percent: 80", "percent: 100").problems());
  }

  @Test
  void somebodyMustBeThereToBeTold() {
    assertEquals(
        List.of("supervision.yaml · after.tell · roster.yaml 里没有领导"),
        shipped
            .replacing("supervision.yaml", "[处置人员, 派遣员]", "[处置人员, 领导]")
            .replacing("roster.yaml", "roles: [领导]", "roles: [网格员]\n    community: taihucun")
            .problems());
  }

  @Test
  void aRoleThatIsNotAskedIsNamed() {
    assertEquals(
        List.of("supervision.yaml · before.tell[第1个]"),
        shipped.replacing("supervision.yaml", "tell: [处置人员]", "tell: [居民]").found().stream()
            .map(problem -> problem.file() + " · " + problem.key())
            .toList());
  }
}
