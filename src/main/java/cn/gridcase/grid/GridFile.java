package cn.gridcase.grid;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** grid.yaml: where the town lies, and what is said under its map. */
@ApplicationScoped
public class GridFile extends ConfigFile<GridRules> {
  /** Built by the container, and by tests. */
  public GridFile() {
    super("grid.yaml", GridRules.class);
  }

  @Override
  protected void check(GridRules rules, Snapshot all, Problems problems) {
    Extent extent = rules.extent();
    if (extent.west() >= extent.east()) {
      problems.add(name(), "extent.west", "最西边的经度要比最东边的小");
    }
    if (extent.south() >= extent.north()) {
      problems.add(name(), "extent.south", "最南边的纬度要比最北边的小");
    }
  }
}
