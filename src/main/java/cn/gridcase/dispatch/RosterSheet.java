package cn.gridcase.dispatch;

import java.util.List;
import java.util.Optional;

/**
 * 值班页: what the page shows to one reader.
 *
 * @param mine what they may say about their own duty; empty if they have none
 * @param units theirs alone, or all of them, their own first
 * @param centre 指挥中心 and the leaders; empty for whoever is of neither
 */
record RosterSheet(Optional<Mine> mine, List<UnitDuty> units, List<Someone> centre) {
  RosterSheet {
    units = List.copyOf(units);
    centre = List.copyOf(centre);
  }

  /**
   * How it stands with the reader.
   *
   * @param onDuty whether it is their day
   * @param away whether they are on leave, or have handed over
   * @param colleagues who may take it instead
   */
  record Mine(String unit, boolean onDuty, boolean away, List<String> colleagues) {}

  /**
   * A unit.
   *
   * @param today who gets new work first, in words
   * @param days whose turn it is on the days to come; empty if the unit keeps no list
   * @param load how many cases it has
   */
  record UnitDuty(String name, int load, String today, List<Day> days, List<Someone> people) {}

  /** Whose turn it is on a day, in words. */
  record Day(String day, String who) {}

  /**
   * A person.
   *
   * @param state on duty, away, or empty
   * @param unreached since when messages do not reach them; empty if they do
   */
  record Someone(String name, String roles, String state, String unreached) {}
}
