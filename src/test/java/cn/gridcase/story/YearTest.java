package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Weeks go by in a town, or a year: each issue of the digest and each rung of the ladder, once. */
@QuarkusTest
@WithTestResource(TownApart.class)
class YearTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A year has 52: {@code -Dweeks=52}. */
  private static final int WEEKS = Integer.getInteger("weeks", 12);

  private static final Pattern ISSUE = Pattern.compile("^(日报|周报) (\\d+月\\d+日)");

  /** All that is told of a case that nobody signs for within six working days. */
  private static final Set<String> ALL_RUNGS =
      Set.of("签收提醒", "签收超时", "临期提醒", "超期提醒", "超期督办", "督办临期", "督办超期", "严重超期");

  private final Sandbox sandbox = Town.sandbox();
  private final List<String> forgotten = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void asTimeGoesByEachDigestAndEachRungIsToldOnce() {
    LocalDate first = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    LocalDate last = first.plusWeeks(WEEKS);
    windTo(first, LocalTime.of(0, 0));
    Map<String, Integer> before = shown().found(ISSUE);
    long began = System.nanoTime();

    for (LocalDate day = first; day.isBefore(last); day = day.plusWeeks(2)) {
      aFortnightFrom(day);
    }
    windTo(last, LocalTime.of(0, 0));

    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    Map<String, Integer> issues = new HashMap<>(shown().found(ISSUE));
    // The same days, a year ago.
    before.forEach((issue, times) -> issues.merge(issue, -times, Integer::sum));
    issues.values().removeIf(times -> times == 0);
    assertEquals(List.of(), repeated(issues));
    assertEquals(issues(first, last), new TreeSet<>(issues.keySet()));
    Map<String, Integer> rungs = new HashMap<>(shown().rungs());
    rungs
        .keySet()
        .removeIf(
            rung -> Stream.concat(forgotten.stream(), done.stream()).noneMatch(rung::endsWith));
    assertEquals(List.of(), repeated(rungs));
    assertEquals(rungsOfTheForgotten(), told(rungs));
    assertEquals(List.of(), sandbox.violations());
    System.out.printf(
        "YearTest: %d issues to all readers and %d rungs of %d cases in %d weeks, each once, in %d s%n",
        issues.size(), rungs.size(), forgotten.size() + done.size(), WEEKS, seconds);
  }

  /** One case is done at once, one forgotten until it is told of to everybody. */
  private void aFortnightFrom(LocalDate monday) {
    windTo(monday, LocalTime.of(10, 0));
    Journey journey = Journey.begin();
    String number = journey.dispatched("李梅", "台湖村路边垃圾桶满了" + monday, "环卫中心");
    forgotten.add(number);
    done.add(journey.closed("刘建国", "台湖村北垃圾桶又满了" + monday, "环卫中心"));
    windTo(monday.plusDays(13), LocalTime.of(20, 0));
    sandbox.chat("黄涛").says("签收 " + number);
    journey.doneAgain(number, "环卫中心", "已经清走");
    sandbox.chat("周明").says("通过 " + number);
  }

  private Set<String> issues(LocalDate first, LocalDate last) {
    Set<String> issues = new TreeSet<>();
    for (String reader : Town.read("SELECT DISTINCT recipient FROM digest_sent")) {
      for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
        String said = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        issues.add(reader + " 日报 " + said);
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
          issues.add(reader + " 周报 " + said);
        }
      }
    }
    return issues;
  }

  private Map<String, Set<String>> rungsOfTheForgotten() {
    Map<String, Set<String>> rungs = new TreeMap<>();
    forgotten.forEach(number -> rungs.put(number, ALL_RUNGS));
    return rungs;
  }

  private static Map<String, Set<String>> told(Map<String, Integer> rungs) {
    Map<String, Set<String>> told = new TreeMap<>();
    for (String each : rungs.keySet()) {
      String[] part = each.split(" ", 3);
      told.computeIfAbsent(part[2], number -> new HashSet<>()).add(part[1]);
    }
    return told;
  }

  private static List<Map.Entry<String, Integer>> repeated(Map<String, Integer> shown) {
    assertTrue(!shown.isEmpty());
    return shown.entrySet().stream().filter(each -> each.getValue() != 1).toList();
  }

  private ShownMessages shown() {
    return new ShownMessages(sandbox.ledger());
  }

  private LocalDate today() {
    return sandbox.now().atZone(ZONE).toLocalDate();
  }

  private void windTo(LocalDate day, LocalTime time) {
    sandbox.windTo(ZonedDateTime.of(day, time, ZONE).toInstant());
  }
}
