package cn.gridcase.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridMapTest {
  /** Two squares side by side, listed against the order of their codes, one with a hole. */
  private static final GridMap TWO =
      new GridMap(
          List.of(
              grid("02", List.of(square(116.62, 116.64))),
              grid("01", List.of(square(116.60, 116.62), square(116.608, 116.612)))));

  private static final GridMap SHIPPED =
      ShippedConfig.of(new RosterFile(), new GridFile(), new GridMapFile()).value(GridMap.class);

  private static Grid grid(String code, List<List<List<Double>>> rings) {
    return new Grid(code, code, "cun", Optional.empty(), List.of(new Outline(rings)));
  }

  /** As many degrees high as wide, around 39.82. */
  private static List<List<Double>> square(double west, double east) {
    double height = east - west;
    double south = 39.82 - height / 2;
    double north = 39.82 + height / 2;
    return List.of(
        List.of(west, south),
        List.of(east, south),
        List.of(east, north),
        List.of(west, north),
        List.of(west, south));
  }

  private static String codeAt(GridMap map, Place place) {
    return map.gridAt(place).map(Grid::code).orElse("none");
  }

  private static String codeAt(double longitude, double latitude) {
    return codeAt(TWO, new Place(longitude, latitude, Crs.WGS_84));
  }

  @Test
  void aPlaceInsideIsInItsGrid() {
    assertEquals("01", codeAt(116.605, 39.82));
    assertEquals("02", codeAt(116.63, 39.82));
  }

  @Test
  void aPlaceOnACommonBorderIsInTheGridWithTheSmallerCode() {
    assertEquals("01", codeAt(116.62, 39.82));
    assertEquals("01", codeAt(116.62, 39.83));
  }

  @Test
  void aPlaceOutsideIsInNone() {
    assertEquals("none", codeAt(116.599, 39.82));
    assertEquals("none", codeAt(39.82, 116.605));
    assertEquals("none", codeAt(116.61, 39.82), "in the hole");
  }

  @Test
  void aPinFromWeComIsShiftedBeforeItIsLookedUp() {
    Place pin = Gcj02.fromWgs84(new Wgs84(116.618, 39.82));
    Place mistaken = new Place(pin.longitude(), pin.latitude(), Crs.WGS_84);

    assertEquals("01", codeAt(TWO, pin));
    assertEquals("02", codeAt(TWO, mistaken));
  }

  @Test
  void aPinInTheMiddleOfAShippedGridIsInThatGrid() {
    assertEquals(26, SHIPPED.grids().size());
    for (Grid grid : SHIPPED.grids()) {
      var middle = grid.outlines().get(0).polygon().orElseThrow().getInteriorPoint();
      Place pin = Gcj02.fromWgs84(new Wgs84(middle.getX(), middle.getY()));
      assertEquals(Optional.of(grid), SHIPPED.gridAt(pin));
    }
  }

  @Test
  void aShippedPinLeadsToItsVillage() {
    Grid grid = SHIPPED.gridAt(new Place(116.6465, 39.8410, Crs.GCJ_02)).orElseThrow();

    assertEquals("taihucun", grid.community());
    assertEquals("台湖村第一网格", grid.name());
  }

  @Test
  void aGridOfTwoPiecesIsFoundInBoth() {
    var apart =
        new Grid(
            "03",
            "03",
            "cun",
            Optional.empty(),
            List.of(
                new Outline(List.of(square(116.60, 116.61))),
                new Outline(List.of(square(116.63, 116.64)))));
    var map = new GridMap(List.of(apart));

    assertEquals("03", codeAt(map, new Place(116.605, 39.82, Crs.WGS_84)));
    assertEquals("03", codeAt(map, new Place(116.635, 39.82, Crs.WGS_84)));
    assertEquals("none", codeAt(map, new Place(116.62, 39.82, Crs.WGS_84)));
  }
}
