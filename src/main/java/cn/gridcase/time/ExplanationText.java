package cn.gridcase.time;

import static java.util.stream.Collectors.joining;

import cn.gridcase.time.Explanation.Credit;
import cn.gridcase.time.Explanation.Granted;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 计时说明 in words; long lists are cut, and what is cut is counted. */
record ExplanationText(Explanation told) {
  private static final int MOST_DAYS = 6;
  private static final int MOST_WEEKENDS = 2;
  private static final int MOST_ENTRIES = 2;

  List<String> lines() {
    return Stream.of(
            Stream.of(start()),
            counted(),
            rests(),
            makeUps(),
            each(told.pauses(), this::pause, "停止计时"),
            each(told.extensions(), this::extension, "延期"),
            Stream.of(end()),
            provisional())
        .flatMap(Function.identity())
        .toList();
  }

  private String start() {
    String rule =
        switch (told.limit().kind()) {
          case MINUTE, HOUR -> "不分昼夜连续计算";
          case WORKING_HOUR -> "只算上班时间";
          case WORKING_DAY -> "当天不算，只算工作日";
          case DAY -> "当天不算，末日不上班的顺延";
        };
    return "起算：" + said(told.start()) + "，时限" + told.limit().said() + "，" + rule;
  }

  private Stream<String> counted() {
    return switch (told.limit().kind()) {
      case MINUTE, HOUR, DAY -> Stream.empty();
      case WORKING_HOUR -> hours();
      case WORKING_DAY -> days();
    };
  }

  private Stream<String> hours() {
    Predicate<Stretch> used = day -> !day.counted().isZero();
    List<Stretch> days = told.days().stream().filter(used).toList();
    List<Stretch> shown = days.size() > MOST_DAYS ? joined(days) : days;
    return line("计入：", shown, day -> day.said() + said(day.counted()));
  }

  private Stream<String> days() {
    List<Stretch> days = told.days().stream().skip(1).filter(day -> day.note().worked()).toList();
    long sum = days.size();
    return line("计入：", joined(days), Stretch::said).map(line -> line + "，共" + sum + "个工作日");
  }

  /** Runs of days, whatever they are worked for; all as one if there are too many. */
  private static List<Stretch> joined(List<Stretch> days) {
    List<Stretch> runs = Stretch.merged(days.stream().map(ExplanationText::plain).toList());
    if (runs.size() <= MOST_DAYS) {
      return runs;
    }
    Duration counted = days.stream().map(Stretch::counted).reduce(Duration.ZERO, Duration::plus);
    Stretch last = runs.get(runs.size() - 1);
    return List.of(new Stretch(runs.get(0).from(), last.to(), DayNote.PLAIN, counted));
  }

  private static Stretch plain(Stretch day) {
    return new Stretch(day.from(), day.to(), DayNote.PLAIN, day.counted());
  }

  private Stream<String> rests() {
    List<Stretch> rests =
        told.stretches().stream().filter(stretch -> !stretch.note().worked()).toList();
    List<Stretch> weekends = rests.stream().filter(rest -> rest.note().isWeekend()).toList();
    if (weekends.size() <= MOST_WEEKENDS) {
      return line("跳过：", rests, ExplanationText::rest);
    }
    long days = weekends.stream().mapToLong(Stretch::days).sum();
    List<Stretch> named = rests.stream().filter(rest -> !rest.note().isWeekend()).toList();
    return named.isEmpty()
        ? Stream.of("跳过：周末共" + days + "天")
        : line("跳过：", named, ExplanationText::rest).map(line -> line + "，周末共" + days + "天");
  }

  private static String rest(Stretch rest) {
    return rest.said() + rest.note().why();
  }

  private Stream<String> makeUps() {
    List<Stretch> days = told.days().stream().filter(day -> day.note().isMakeUp()).toList();
    return line("调休上班：", days, day -> day.said() + "（" + weekday(day) + "）");
  }

  private static String weekday(Stretch day) {
    return day.from().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
  }

  private String pause(Credit credit) {
    String from = "停止计时：" + said(credit.pause().from());
    String counted = said(credit.counted());
    return credit
        .pause()
        .to()
        .map(to -> from + "至" + said(to) + "，补回" + counted)
        .orElse(from + "起，到现在" + counted);
  }

  private String extension(Granted granted) {
    return "延期："
        + said(granted.extension().at())
        + "准许"
        + granted.extension().by().said()
        + granted.due().map(due -> "，延到" + due.said(told.zone())).orElse("");
  }

  private String end() {
    String left = said(told.left().abs());
    return told.due()
        .map(
            due ->
                "截止：" + due.said(told.zone()) + (told.left().isNegative() ? "，已超" : "，还有") + left)
        .orElse("现在停止计时，恢复后还有" + left);
  }

  private Stream<String> provisional() {
    return told.due().filter(Due::provisional).stream()
        .map(due -> due.at().atZone(told.zone()).getYear())
        .map(year -> "暂定：" + year + "年的放假安排还没有公布，公布以后重新推算");
  }

  private static <T> Stream<String> each(List<T> all, Function<T, String> said, String what) {
    // The last ones matter most.
    int cut = Math.max(0, all.size() - MOST_ENTRIES);
    Stream<String> before = cut == 0 ? Stream.empty() : Stream.of("此前还有" + cut + "次" + what);
    return Stream.concat(before, all.stream().skip(cut).map(said));
  }

  private static Stream<String> line(
      String title, List<Stretch> stretches, Function<Stretch, String> said) {
    if (stretches.isEmpty()) {
      return Stream.empty();
    }
    int cut = Math.max(0, stretches.size() - MOST_DAYS);
    String rest = cut == 0 ? "" : "等" + stretches.size() + "段";
    return Stream.of(
        title + stretches.stream().limit(MOST_DAYS).map(said).collect(joining("、")) + rest);
  }

  private String said(Instant at) {
    return new Due(at, false).said(told.zone());
  }

  /** 3小时, 1小时30分, 20分: of the time that the clock counts. */
  private static String said(Duration time) {
    long hours = time.toHours();
    int minutes = time.toMinutesPart();
    return (hours == 0 && minutes > 0 ? "" : hours + "小时") + (minutes == 0 ? "" : minutes + "分");
  }
}
