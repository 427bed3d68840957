package cn.gridcase.roster;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 处置单位: a department, squad or community that disposes of cases.
 *
 * @param code stands for the unit in the record and in configuration; never reused
 * @param name as shown, at most 16 characters (a card's option)
 * @param community whether it is a community 社区, which may be asked to handle a case itself
 * @param duty 值班表: userids by day of the week such as 周一; a day that is missing has none
 */
public record Unit(
    String code,
    String name,
    boolean community,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, List<String>> duty) {
  public Unit {
    duty = Map.copyOf(duty);
  }

  /** Userids of those whose turn it is on that day; empty if the unit keeps no list for it. */
  List<String> dutyOn(DayOfWeek day) {
    return duty.getOrDefault(day.getDisplayName(TextStyle.SHORT, Locale.CHINA), List.of());
  }
}
