package cn.gridcase.dispatch;

import cn.gridcase.roster.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How a dispatch is typed after the number: 给 单位 协办 单位、单位 理由 ….
 *
 * @param lead as typed
 * @param coUnits as typed
 * @param reason empty if none
 */
record DispatchLine(String lead, List<String> coUnits, String reason) {
  DispatchLine {
    coUnits = List.copyOf(coUnits);
  }

  static DispatchLine in(String rest) {
    String[] whom = rest.replaceFirst("^给\\s*", "").split("[\\s，,]+理由[\\s:：]*", 2);
    String[] units = whom[0].split("[\\s，,]*协办\\s*", 2);
    return new DispatchLine(
        units[0].replaceFirst("\\s*主办$", ""),
        units.length == 1 ? List.of() : Arrays.asList(units[1].strip().split("[\\s、，,]+")),
        whom.length == 1 ? "" : whom[1].strip());
  }

  Chosen chosen(Function<String, Unit> named) {
    return new Chosen(named.apply(lead), coUnits.stream().map(named).toList(), reason);
  }
}
