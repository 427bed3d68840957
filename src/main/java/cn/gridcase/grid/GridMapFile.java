package cn.gridcase.grid;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** grids.geojson: the grids of the town and their outlines. */
@ApplicationScoped
public class GridMapFile extends ConfigFile<GridMap> {
  /** Built by the container, and by tests. */
  public GridMapFile() {
    super("grids.geojson", GridMap.class);
  }

  @Override
  protected void check(GridMap map, Snapshot all, Problems problems) {
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    List<Grid> sound = new ArrayList<>();
    for (int i = 0; i < map.outlines().size(); i++) {
      Grid grid = map.outlines().get(i);
      String key = Problems.item("features", i, grid.code());
      if (!codes.add(grid.code())) {
        problems.add(name(), key + ".properties.code", "这个编码前面已经有了");
      }
      if (!names.add(grid.name())) {
        problems.add(name(), key + ".properties.name", "“" + grid.name() + "”前面已经有了");
      }
      if (!isCommunity(grid.community(), all)) {
        problems.add(
            name(),
            key + ".properties.community",
            "roster.yaml 里没有代码是“" + grid.community() + "”的村（社区）");
      }
      mistakeIn(grid, sound, all)
          .ifPresentOrElse(
              mistake -> problems.add(name(), key + ".geometry.coordinates", mistake),
              () -> sound.add(grid));
    }
  }

  /** Only a roster that can be read knows better. */
  private static boolean isCommunity(String code, Snapshot all) {
    return all.find(Roster.class).map(roster -> roster.hasCommunity(code)).orElse(true);
  }

  /** One mistake a grid: a point in the wrong place makes the border cross itself as well. */
  private static Optional<String> mistakeIn(Grid grid, List<Grid> sound, Snapshot all) {
    return all.find(GridRules.class)
        .flatMap(rules -> rules.extent().mistakeIn(grid.outline()))
        .or(() -> grid.outline().mistake())
        .or(() -> overlap(grid, sound));
  }

  private static Optional<String> overlap(Grid grid, List<Grid> others) {
    return others.stream()
        .filter(other -> grid.outline().overlaps(other.outline()))
        .findFirst()
        .map(other -> "和“" + other.name() + "”（" + other.code() + "）重叠了");
  }
}
