package cn.gridcase.cases;

import cn.gridcase.grid.Grid;
import cn.gridcase.grid.GridMap;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Person;
import java.util.Optional;

/**
 * 现场: where a case was found.
 *
 * @param place as the reporter gave it
 * @param grid that the place is in
 * @param community code; the grid's, or the reporter's own where nothing better is known
 */
record Scene(Optional<Place> place, Optional<Grid> grid, Optional<String> community) {
  static Scene of(Optional<Place> place, GridMap map, Person reporter) {
    Optional<Grid> grid = place.flatMap(map::gridAt);
    return new Scene(place, grid, grid.map(Grid::community).or(reporter::community));
  }
}
