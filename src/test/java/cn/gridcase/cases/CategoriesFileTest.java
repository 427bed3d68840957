package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.grid.GridMapFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesFileTest {
  private static final String FILE = "categories.yaml";

  private final ShippedConfig shipped = ShippedConfig.of(new CategoriesFile());

  @Test
  void theCatalogueHasEveryCategoryOfTheSevenGroups() {
    Categories categories = shipped.value(Categories.class);

    String counts =
        List.of(CategoryGroup.values()).stream()
            .map(
                group ->
                    categories.categories().stream().filter(one -> one.group() == group).count())
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    assertEquals("9 10 2 7 5 4 6", counts);
  }

  @Test
  void aCategoryIsFoundByCodeAndByName() {
    Categories categories = shipped.value(Categories.class);

    assertEquals("消防通道堵塞", categories.byCode("A06").name());
    assertEquals("24小时", categories.byCode("A06").limit().said());
    assertEquals("A06", categories.named("消防通道堵塞").orElseThrow().code());
    assertEquals("A06", categories.named(" a06 ").orElseThrow().code());
    assertEquals(Optional.empty(), categories.named("外星人"));
    assertThrows(IllegalStateException.class, () -> categories.byCode("Z00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit: 7天 | limit: 一周"
            + " | categories[第43个：G99].limit"
            + " · 不能写“一周”，时限要写成“4工作时”“2小时”“15工作日”“7天”这样，1 到 999",
        "待核查: 1工作日 | '' | stages.待核查 · 要写时限，不然案件停在这个环节，不会提醒任何人",
        "code: A07 | code: A06 | categories[第7个：A06].code · 这个代码前面已经有了",
        "name: 危房/墙体险情 | name: 井盖缺损 | categories[第8个：A08].name · “井盖缺损”前面已经有了",
        "code: G99 | code: G98 | categories[第43个：G98].keywords · 至少要写一个关键词，否则永远不会被推荐",
        "group: 违法建设 | group: 违建"
            + " | categories[第20个：C01].group · 不能写“违建”，可以写："
            + "安全隐患、环境污染及环境卫生、违法建设、证照异常、占道经营、违法广告、其他城市管理",
        "插线板+充电 | 插线板 +充电"
            + " | categories[第7个：A07].keywords[第14个]"
            + " · 不能写“插线板 +充电”，关键词中间不能有空格；要求几个词同时出现时用 + 连起来，例如 楼道+充电"
      })
  void aMistakeIsNamedWithItsKeyAndReason(String piece, String by, String problem) {
    List<String> problems = shipped.replacing(FILE, piece, by).problems();

    assertTrue(problems.contains(FILE + " · " + problem), problems.toString());
  }

  @Test
  void theCatalogueCannotDoWithoutOther() {
    List<String> problems = shipped.replacing(FILE, "code: G99", "code: G98").problems();

    assertTrue(
        problems.contains("categories.yaml · categories · 必须有代码是 G99 的“其他”"), problems.toString());
  }

  @Test
  void aLimitThatEndsBeforeItBeginsIsNamed() {
    ShippedConfig backwards =
        limited(shipped, rule -> rule.put("from", "2026-07-01").put("to", "2026-06-30"));
    ShippedConfig oneDay =
        limited(shipped, rule -> rule.put("from", "2026-07-01").put("to", "2026-07-01"));

    assertEquals(
        List.of("categories.yaml · categories[第6个：A06].limits[第1个] · 结束日期早于开始日期"),
        backwards.problems());
    assertEquals(List.of(), oneDay.problems());
  }

  @Test
  void aLimitForAnAreaThatNoGridHasIsNamed() {
    ShippedConfig town =
        ShippedConfig.of(new CategoriesFile(), new GridMapFile())
            .changing(
                "grids.geojson",
                map ->
                    ((ObjectNode) map.path("features").get(0).path("properties"))
                        .put("area", "一类"));

    assertEquals(List.of(), limited(town, rule -> rule.put("area", "一类")).problems());
    assertEquals(
        List.of(
            "categories.yaml · categories[第6个：A06].limits[第1个].area"
                + " · grids.geojson 里没有区域等级是“二类”的网格"),
        limited(town, rule -> rule.put("area", "二类")).problems());
  }

  /** With a limit of its own for 消防通道堵塞. */
  private static ShippedConfig limited(ShippedConfig config, Consumer<ObjectNode> rule) {
    return config.changing(
        FILE,
        tree -> {
          var category = (ObjectNode) tree.path("categories").get(5);
          rule.accept(category.putArray("limits").addObject().put("limit", "2小时"));
        });
  }
}
