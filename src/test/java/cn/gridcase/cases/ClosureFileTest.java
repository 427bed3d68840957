package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosureFileTest {
  private final ShippedConfig shipped = ShippedConfig.of(new ClosureFile(), new RosterFile());

  @Test
  void theShippedRulesAreRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# by: 值班长 | by: 派遣员 | by",
        "# only: [违法建设] | only: [违法建设] | only",
        "visit: 7天 | visit: 一周 | visit",
        "没有处理干净 | 没有处理 | reasons"
      })
  void aMistakeIsNamedWithItsKey(String piece, String by, String key) {
    assertEquals(
        List.of("closure.yaml · " + key),
        shipped.replacing("closure.yaml", piece, by).found().stream()
            .map(problem -> problem.file() + " · " + problem.key())
            .toList());
  }
}
