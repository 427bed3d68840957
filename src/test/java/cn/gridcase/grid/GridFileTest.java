package cn.gridcase.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridFileTest {
  private static final String RULES = "grid.yaml";
  private static final String MAP = "grids.geojson";

  private static final ShippedConfig SHIPPED =
      ShippedConfig.of(new RosterFile(), new GridFile(), new GridMapFile());

  /** Two neighbours, 1 and 2, in place of the shipped map. */
  private static final String NEIGHBOURS =
      """
      {"type": "FeatureCollection", "坐标系": "WGS-84", "features": [
        {"type": "Feature",
         "properties": {"code": "110112114201001", "name": "一号", "community": "taihucun"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[116.61, 39.81], [116.62, 39.81], [116.62, 39.82], [116.61, 39.82], [116.61, 39.81]]]}},
        {"type": "Feature",
         "properties": {"code": "110112114201002", "name": "二号", "community": "taihucun"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[116.62, 39.81], [116.63, 39.81], [116.63, 39.82], [116.62, 39.82], [116.62, 39.81]]]}}
      ]}
      """;

  private final ShippedConfig neighbours = SHIPPED.with(MAP, NEIGHBOURS);

  @Test
  void whatIsShippedIsRight() {
    assertEquals(List.of(), SHIPPED.problems());
    assertEquals(List.of(), neighbours.problems());
    assertEquals("示意图，非实际边界", SHIPPED.value(GridRules.class).label());
  }

  @Test
  void theMapIsPartOfTheSnapshot() {
    String hash = neighbours.snapshot().hash();

    assertNotEquals(hash, neighbours.replacing(MAP, "39.82", "39.83").snapshot().hash());
    assertEquals(List.of("grids.geojson · （整个文件） · 缺少这个文件"), neighbours.without(MAP).problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "west: 116.58 | west: 116.85 | extent.west · 最西边的经度要比最东边的小",
        "south: 39.78 | south: 39.98 | extent.south · 最南边的纬度要比最北边的小",
        "west: 116.58 | west: 39.78 | extent.west · 最小值必须为 73",
        "south: 39.78 | south: 很远 | extent.south · 应当写数字，现在是“很远”",
        "label: | lable: | label · 缺少这一项，必须写"
      })
  void aMistakeInTheRulesIsNamed(String piece, String by, String problem) {
    assertTold(RULES, problem, SHIPPED.replacing(RULES, piece, by));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "201002 | 201001 | .properties.code · 这个编码前面已经有了",
        "二号 | 一号 | .properties.name · “一号”前面已经有了",
        "'二号\", \"community\": \"taihucun' | '二号\", \"community\": \"chengguan'"
            + " | .properties.community · roster.yaml 里没有代码是“chengguan”的村（社区）"
      })
  void aMistakeInWhatAGridIsCalledIsNamed(String piece, String by, String problem) {
    assertTold(
        MAP,
        "features[第2个：110112114" + (by.equals("201001") ? by : "201002") + "]" + problem,
        neighbours.replacing(MAP, piece, by));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[116.62, 39.82], [116.62, 39.81]]; [116.62, 39.82]]; 边线没有闭合：每一圈的最后一个点要和第一个点相同",
        "[116.63, 39.81]; [39.81, 116.63]; 点 [39.81, 116.63] 的经度和纬度写反了，先写经度，后写纬度",
        "[116.63, 39.81]; [161.63, 39.81]; 点 [161.63, 39.81] 在本镇范围之外（范围见 grid.yaml 的 extent）",
        "[116.63, 39.81], [116.63, 39.82]; [116.63, 39.82], [116.63, 39.81];"
            + " 边线自己和自己交叉了，在 116.625, 39.815 附近",
        "[116.63, 39.81], [116.63, 39.82], [116.62, 39.82]; [116.63, 39.81], [116.62, 39.81];"
            + " 边线围不成一块地，在 116.62, 39.81 附近",
        "[116.62, 39.82], [116.62, 39.81]]; [116.615, 39.82], [116.62, 39.81]];"
            + " 和“一号”（110112114201001）重叠了"
      })
  void aMistakeInAnOutlineIsNamedOnce(String piece, String by, String problem) {
    assertEquals(
        List.of("grids.geojson · features[第2个：110112114201002].geometry.coordinates · " + problem),
        neighbours.replacing(MAP, piece, by).problems());
  }

  @Test
  void aSliverBetweenNeighboursIsNoOverlap() {
    assertEquals(
        List.of(),
        neighbours
            .replacing(MAP, "[116.62, 39.82], [116.62,", "[116.6199999, 39.82], [116.62,")
            .problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Polygon; LineString; features[第1个].geometry.type · 不能写“LineString”，可以写：Polygon、MultiPolygon",
        "Polygon; MultiPolygon;"
            + " features[第1个].geometry.coordinates[第1个][第1个][第1个] · 应当写列表（每行以“- ”开头），现在是“116.61”",
        "WGS-84; GCJ-02; 坐标系 · 不能写“GCJ-02”，可以写：WGS-84、CGCS2000",
        "\"坐标系\": \"WGS-84\",; ''; 坐标系 · 缺少这一项，必须写",
        "110112114201001; 1101; features[第1个].properties.code · 不能写“1101”，"
            + "网格编码是 14 位或 15 位数字：区划 6 位、乡镇 3 位、村（社区）3 位、序号 2 位或 3 位",
        "[116.63, 39.81]; [\"116.63\", 39.81];"
            + " features[第2个].geometry.coordinates[第1个][第2个][第1个] · 应当写数字，现在是“116.63”"
      })
  void aMistakeOfFormIsNamed(String piece, String by, String problem) {
    assertTold(MAP, problem, neighbours.replacing(MAP, piece, by));
  }

  @Test
  void aGridMayLieInPieces() {
    String piece = "[116.64, 39.81], [116.65, 39.81], [116.65, 39.82], [116.64, 39.81]";
    ShippedConfig apart = inPieces(piece);

    assertEquals(List.of(), apart.problems());
    assertEquals(2, apart.value(GridMap.class).grids().get(1).outlines().size());
    assertTold(
        MAP,
        "features[第2个：110112114201002].geometry.coordinates · 它自己的几块重叠了",
        inPieces(piece.replace("116.64", "116.625")));
    assertTold(
        MAP,
        "features[第2个：110112114201002].geometry.coordinates · 和“一号”（110112114201001）重叠了",
        inPieces("[116.615, 39.81], [116.62, 39.81], [116.62, 39.82], [116.615, 39.81]"));
  }

  /** Its second grid with one more piece. */
  private ShippedConfig inPieces(String more) {
    return neighbours
        .replacing(
            MAP,
            "\"Polygon\", \"coordinates\":\n     [[[116.62",
            "\"MultiPolygon\", \"coordinates\":\n     [[[[116.62")
        .replacing(MAP, "[116.62, 39.81]]]}}\n]", "[116.62, 39.81]]], [[" + more + "]]]}}\n]");
  }

  @Test
  void communitiesWithoutAGridAreOnlyHintedAt() {
    assertEquals(List.of(), SHIPPED.hints());
    List<String> hints = neighbours.hints();
    assertEquals(12, hints.size());
    assertEquals("grids.geojson · features · “次渠村”（ciqucun）还没有网格，发来的位置查不到它", hints.get(0));
  }

  @Test
  void aMapThatIsNoGeoJsonIsNamedWithItsLine() {
    assertEquals(
        List.of("grids.geojson · 第10行附近 · 格式不对（常见原因：少逗号、多逗号、括号或引号没配对）"),
        neighbours.replacing(MAP, "}}\n]", "}},\n]").problems());
  }

  private static void assertTold(String file, String problem, ShippedConfig spoilt) {
    List<String> problems = spoilt.problems();
    assertTrue(problems.contains(file + " · " + problem), problems.toString());
  }
}
