package cn.gridcase.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.config.ShippedConfig;
import cn.gridcase.grid.GridFile;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchFileTest {
  private static final String FILE = "dispatch.yaml";

  private final ShippedConfig shipped =
      ShippedConfig.of(
          new DispatchFile(),
          new CategoriesFile(),
          new RosterFile(),
          new CalendarFile(),
          new GridFile(),
          new GridMapFile());

  @Test
  void theShippedRulesAreRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit: xiaofang | unit: xiaofan"
            + " | routes[第1个：xiaofan].unit · roster.yaml 里没有代码是“xiaofan”的单位",
        "unit: xiaofang | units: [xiaofang, huanbei]"
            + " | routes[第1个：xiaofang、huanbei].unit · roster.yaml 里没有代码是“huanbei”的单位",
        "categories: [A06, A07] | categories: [A06, Z07]"
            + " | routes[第1个：xiaofang].categories · categories.yaml 里没有代码是“Z07”的类别",
        "categories: [A06, A07] | areas: [一类]"
            + " | routes[第1个：xiaofang].areas · grids.geojson 里没有区域等级是“一类”的网格",
        "categories: [A06, A07] | communities: [huanwei]"
            + " | routes[第1个：xiaofang].communities · roster.yaml 里没有代码是“huanwei”的村（社区）",
        "categories: [A06, A07] | shift: 夜班"
            + " | routes[第1个：xiaofang].shift · calendar.yaml 里没有叫“夜班”的班次",
        "unit: xiaofang | unit: taihucun"
            + " | routes[第1个：taihucun] · 推荐给村（社区）的只能是 community 清单里的事项，“消防通道堵塞”（A06）不在里面",
        "categories: [B01, | categories: [B00,"
            + " | community.categories · categories.yaml 里没有代码是“B00”的类别",
        "otherwise: chengguan | otherwise: taihucun | otherwise · 要写镇里的单位，不能写村（社区）",
        "otherwise: chengguan | otherwise: nobody" + " | otherwise · roster.yaml 里没有代码是“nobody”的单位"
      })
  void aMistakeIsNamedWithItsKeyAndReason(String piece, String by, String problem) {
    assertEquals(List.of(FILE + " · " + problem), shipped.replacing(FILE, piece, by).problems());
  }

  @Test
  void aCommunityMayBeSuggestedForWhatIsOnTheList() {
    assertEquals(
        List.of(),
        shipped
            .replacing(FILE, "routes:", "routes:\n  - {unit: taihucun, categories: [B01]}")
            .problems());
  }
}
