package cn.gridcase.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.grid.Crs;
import cn.gridcase.grid.GridFile;
import cn.gridcase.grid.GridMap;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.RosterFile;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GridSketchTest {
  private static final GridMap SHIPPED =
      ShippedConfig.of(new RosterFile(), new GridFile(), new GridMapFile()).value(GridMap.class);

  private final GridSketch sketch =
      GridSketch.around(new Place(116.6465, 39.8410, Crs.GCJ_02), SHIPPED, "示意图");

  @Test
  void theGridOfThePlaceIsMarked() {
    assertEquals(1, sketch.shapes().stream().filter(GridSketch.Shape::here).count());
  }

  @Test
  void onlyOutlinesThatReachIntoTheSketchAreInIt() {
    assertTrue(sketch.shapes().size() > 1);
    assertTrue(sketch.shapes().size() < SHIPPED.grids().size());
    for (GridSketch.Shape shape : sketch.shapes()) {
      for (int axis = 0; axis < 2; axis++) {
        DoubleSummaryStatistics border = along(shape, axis);
        assertTrue(border.getMax() >= 0 && border.getMin() <= GridSketch.SIDE, shape.points());
      }
    }
  }

  private static DoubleSummaryStatistics along(GridSketch.Shape shape, int axis) {
    return Stream.of(shape.points().split(" ", -1))
        .mapToDouble(point -> Double.parseDouble(point.split(",", -1)[axis]))
        .summaryStatistics();
  }
}
