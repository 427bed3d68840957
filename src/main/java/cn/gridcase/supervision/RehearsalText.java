package cn.gridcase.supervision;

import cn.gridcase.cases.PastCases;
import cn.gridcase.roster.Roster;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a rehearsal reads on a terminal. */
final class RehearsalText {
  private static final int MOST_NUMBERS = 20;
  private static final int MOST_SHIFTED = 10;
  private static final String ALL = "合计";

  private final Rehearsed rehearsed;
  private final List<Rehearsed.Past> fit;
  private final Roster roster;
  private final ZoneId zone;
  private final List<String> lines = new ArrayList<>();

  private RehearsalText(Rehearsed rehearsed, Roster roster, ZoneId zone) {
    this.rehearsed = rehearsed;
    this.roster = roster;
    this.zone = zone;
    this.fit = rehearsed.cases().stream().filter(one -> one.after().isPresent()).toList();
  }

  static List<String> of(Rehearsed rehearsed, Roster roster, ZoneId zone) {
    var text = new RehearsalText(rehearsed, roster, zone);
    text.sayCheck();
    text.sayCases();
    text.sayLegs();
    text.sayLadder();
    text.sayOpen();
    return List.copyOf(text.lines);
  }

  private void sayCheck() {
    int all = rehearsed.cases().size();
    List<String> wrong = rehearsed.differing();
    lines.add(
        all == 0
            ? "自检：这段时间没有已结案的案件，没有可核对的"
            : wrong.isEmpty()
                ? "自检：按当时的规则重演" + all + "件，截止时间与记录一致"
                : "自检：按当时的规则重演" + all + "件，有" + wrong.size() + "件与记录不一致，下面的数字不能作准：");
    wrong.stream().limit(MOST_NUMBERS).forEach(each -> lines.add("  " + each));
    if (wrong.size() > MOST_NUMBERS) {
      lines.add("  等" + wrong.size() + "件");
    }
    if (rehearsed.undated() + rehearsed.unreadable() > 0) {
      lines.add(
          "  另有%d件结案时还没有计时账、%d件当时的配置本版本读不出，都没有计入"
              .formatted(rehearsed.undated(), rehearsed.unreadable()));
    }
  }

  private void sayCases() {
    lines.add("新规则下的按时结案：");
    var columns = new Columns().row("单位", "件数", "原按时", "新按时", "原按时率", "新按时率");
    sayUnits(columns);
    lines.addAll(columns.lines());
    sayNumbers("按时变超期", fit, one -> one.before().inTime() && !after(one).inTime());
    sayNumbers("超期变按时", fit, one -> !one.before().inTime() && after(one).inTime());
    sayNumbers("新规则没有它的类别，或阶段数不同，没有计入", rehearsed.cases(), one -> one.after().isEmpty());
  }

  private void sayUnits(Columns columns) {
    byUnit()
        .forEach(
            (unit, cases) -> {
              int before = count(cases, one -> one.before().inTime());
              int after = count(cases, one -> after(one).inTime());
              columns.row(
                  unit,
                  Integer.toString(cases.size()),
                  Integer.toString(before),
                  Integer.toString(after),
                  rate(before, cases.size()),
                  rate(after, cases.size()));
            });
  }

  private void sayLegs() {
    List<Boolean> before = fit.stream().flatMap(one -> one.before().legs().stream()).toList();
    List<Boolean> after = fit.stream().flatMap(one -> after(one).legs().stream()).toList();
    if (!before.isEmpty()) {
      int was = count(before, in -> in);
      int is = count(after, in -> in);
      lines.add(
          "分阶段的案件共%d个阶段：按时 %d → %d，按时率 %s → %s"
              .formatted(before.size(), was, is, rate(was, before.size()), rate(is, after.size())));
    }
  }

  private void sayLadder() {
    List<String> wrong = rehearsed.toldOtherwise();
    lines.add(
        "提醒次数（能与实际提醒核对的%d件，%s）："
            .formatted(
                rehearsed.compared(),
                rehearsed.compared() == 0
                    ? "没有可核对的"
                    : wrong.isEmpty() ? "一致" : wrong.size() + "件不一致，不能作准：" + numbers(wrong)));
    var columns = new Columns().row("单位", "提醒", "原次数", "新次数");
    byUnit()
        .forEach(
            (unit, cases) -> {
              Map<String, Long> before =
                  times(cases.stream().flatMap(one -> one.before().rungs().stream()));
              Map<String, Long> after =
                  times(cases.stream().flatMap(one -> after(one).rungs().stream()));
              Set<String> rungs = new LinkedHashSet<>(before.keySet());
              rungs.addAll(after.keySet());
              rungs.forEach(
                  rung ->
                      columns.row(
                          unit,
                          rung,
                          Long.toString(before.getOrDefault(rung, 0L)),
                          Long.toString(after.getOrDefault(rung, 0L))));
            });
    lines.addAll(columns.lines());
  }

  /** A case keeps the limit it was registered with. */
  private void sayOpen() {
    List<PastCases.Shifted> shifted = rehearsed.shifted();
    lines.add("在办案件：时限按立案时的不变；随日历变动截止时间的" + shifted.size() + "件");
    var columns = new Columns();
    shifted.stream()
        .limit(MOST_SHIFTED)
        .forEach(
            one ->
                columns.row(
                    one.number().text(),
                    one.from().said(zone),
                    "→",
                    one.to().map(due -> due.said(zone)).orElse("新日历里没有它的班次")));
    lines.addAll(columns.lines());
  }

  /** All first, then unit by unit. */
  private Map<String, List<Rehearsed.Past>> byUnit() {
    Map<String, List<Rehearsed.Past>> units = new LinkedHashMap<>();
    units.put(ALL, fit);
    Map<String, List<Rehearsed.Past>> each = new TreeMap<>();
    for (Rehearsed.Past one : fit) {
      each.computeIfAbsent(roster.nameOf(one.unit()), unknown -> new ArrayList<>()).add(one);
    }
    units.putAll(each);
    return units;
  }

  private void sayNumbers(
      String what, List<Rehearsed.Past> cases, Predicate<Rehearsed.Past> which) {
    List<String> numbers = cases.stream().filter(which).map(Rehearsed.Past::number).toList();
    if (!numbers.isEmpty()) {
      lines.add(what + " " + numbers.size() + "件：" + numbers(numbers));
    }
  }

  private static String numbers(List<String> all) {
    String first = all.stream().limit(MOST_NUMBERS).collect(Collectors.joining("、"));
    return all.size() > MOST_NUMBERS ? first + " 等" + all.size() + "件" : first;
  }

  private static Rehearsed.Life after(Rehearsed.Past one) {
    return one.after().orElseThrow();
  }

  private static <T> int count(Collection<T> all, Predicate<T> which) {
    return Math.toIntExact(all.stream().filter(which).count());
  }

  private static Map<String, Long> times(Stream<String> rungs) {
    return rungs.collect(Collectors.groupingBy(rung -> rung, TreeMap::new, Collectors.counting()));
  }

  /** In whole percent, rounded down: 100% is all of them. */
  private static String rate(int some, int all) {
    return all == 0 ? "—" : 100 * some / all + "%";
  }
}
