package cn.gridcase.roster;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 处置单位: a department, squad or community that disposes of cases.
 *
 * @param code stands for the unit in the record and in configuration; never reused
 * @param name as shown, at most 16 characters (a card's option)
 * @param community whether it is a community 社区, which may be asked to handle a case itself
 * @param level 层级; the town's where it is not said
 * @param duty 值班表: userids by day of the week such as 周一; a day that is missing has none
 */
public record Unit(
    String code,
    String name,
    boolean community,
    Optional<Level> level,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, List<String>> duty) {
  public Unit {
    duty = Map.copyOf(duty);
  }

  /** A unit of the town. */
  public Unit(String code, String name, boolean community, Map<String, List<String>> duty) {
    this(code, name, community, Optional.empty(), duty);
  }

  /** 区级单位: whether it is the district's; nobody of it need be on the roster. */
  public boolean isOfDistrict() {
    return level.equals(Optional.of(Level.DISTRICT));
  }

  /** Userids of those whose turn it is on that day; empty if the unit keeps no list for it. */
  List<String> dutyOn(DayOfWeek day) {
    return duty.getOrDefault(day.getDisplayName(TextStyle.SHORT, Locale.CHINA), List.of());
  }
}
