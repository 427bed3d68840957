package cn.gridcase.grid;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import cn.gridcase.roster.Roster;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

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
    for (int i = 0; i < map.grids().size(); i++) {
      Grid grid = map.grids().get(i);
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
    all.find(Roster.class).ifPresent(roster -> hintAtGaps(roster, map, problems));
  }

  /** A town may draw its grids village by village: what is missing stops nothing. */
  private void hintAtGaps(Roster roster, GridMap map, Problems problems) {
    roster.units().stream()
        .filter(Unit::community)
        .filter(unit -> map.grids().stream().noneMatch(it -> it.community().equals(unit.code())))
        .forEach(unit -> problems.hint(name(), "features", noGrid(unit)));
  }

  private static String noGrid(Unit unit) {
    return "“" + unit.name() + "”（" + unit.code() + "）还没有网格，发来的位置查不到它";
  }

  /** Only a roster that can be read knows better. */
  private static boolean isCommunity(String code, Snapshot all) {
    return all.find(Roster.class).map(roster -> roster.hasCommunity(code)).orElse(true);
  }

  /** One mistake a grid: a point in the wrong place makes the border cross itself as well. */
  private static Optional<String> mistakeIn(Grid grid, List<Grid> sound, Snapshot all) {
    return all.find(GridRules.class)
        .flatMap(rules -> first(grid, rules.extent()::mistakeIn))
        .or(() -> first(grid, Outline::mistake))
        .or(() -> overlap(grid))
        .or(() -> overlap(grid, sound));
  }

  private static Optional<String> first(Grid grid, Function<Outline, Optional<String>> mistake) {
    return grid.outlines().stream().flatMap(outline -> mistake.apply(outline).stream()).findFirst();
  }

  private static Optional<String> overlap(Grid grid) {
    List<Outline> pieces = grid.outlines();
    return IntStream.range(1, pieces.size())
            .anyMatch(i -> pieces.subList(0, i).stream().anyMatch(pieces.get(i)::overlaps))
        ? Optional.of("它自己的几块重叠了")
        : Optional.empty();
  }

  private static Optional<String> overlap(Grid grid, List<Grid> others) {
    return others.stream()
        .filter(other -> grid.overlaps(other))
        .findFirst()
        .map(other -> "和“" + other.name() + "”（" + other.code() + "）重叠了");
  }
}
