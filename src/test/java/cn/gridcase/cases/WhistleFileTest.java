package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhistleFileTest {
  private final ShippedConfig shipped = ShippedConfig.of(new WhistleFile(), new RosterFile());

  @Test
  void theShippedRulesAreRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "值班长, 中心领导] | 处置人员] | blowers[第2个]",
        "攻坚哨: 30分钟 | 攻坚哨: 1工作日 | arrival.攻坚哨",
        "near: 300 | near: 0 | near",
        "rating: 3工作日 | rating: 三天 | rating"
      })
  void aMistakeIsNamedWithItsKey(String piece, String by, String key) {
    assertEquals(
        List.of("whistle.yaml · " + key),
        shipped.replacing("whistle.yaml", piece, by).found().stream()
            .map(problem -> problem.file() + " · " + problem.key())
            .toList());
  }
}
