package cn.gridcase.time;

import java.util.List;

/**
 * 班次: other working slots than the town's usual ones, such as an evening patrol's.
 *
 * @param name as categories refer to it
 * @param everyDay whether weekends and holidays are worked too
 */
public record Shift(String name, boolean everyDay, List<Slot> slots) {
  public Shift {
    slots = List.copyOf(slots);
  }
}
