package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notice of a year's holidays arrives while cases are open. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ChangedCalendarTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final TimeLimit ONE_DAY = TimeLimit.parse("1工作日");
  private static final String MOVED = "件案件截止时间有变";

  private final Path folder =
      Path.of(ConfigProvider.getConfig().getValue("gridcase.bot-config", String.class));
  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat cleaner = sandbox.chat("黄涛");

  private Journey journey;
  private Optional<String> shipped = Optional.empty();
  private Instant due = Instant.MAX;

  /** A working morning from which one working day ends on the next day. */
  @BeforeEach
  void aWorkingMorning() throws IOException {
    do {
      sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.MIN).toInstant());
      sandbox.windTo(calendar.atWork(sandbox.now()));
      due = calendar.due(sandbox.now(), ONE_DAY).at();
    } while (!dueDay().equals(sandbox.now().atZone(ZONE).toLocalDate().plusDays(1)));
    shipped = Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
    journey = Journey.begin();
  }

  @AfterEach
  void restore() throws IOException {
    save(shipped);
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aNoticeMovesDeadlinesAndTellsWhoOwesThemOnce() throws IOException {
    save(Optional.empty());
    String first = journey.signed("李梅", "台湖村路边有一堆落叶没人清", "环卫中心");
    String second = journey.signed("李梅", "台湖村路边有一堆垃圾没人管", "环卫中心");
    String done = journey.done("李梅", "台湖村路边有一堆沙土没人清", "环卫中心");
    assertEquals(List.of(due + " true"), dueOf(first));

    save(Optional.of(announced(dueDay())));

    Instant later = calendar.due(dueDay().atTime(12, 0).atZone(ZONE).toInstant(), ONE_DAY).at();
    List.of(first, second, done)
        .forEach(number -> assertEquals(List.of(later + " false"), dueOf(number)));
    assertEquals(List.of("due=" + later), recalculated(first));
    List<String> told =
        cleaner.bubbles().stream()
            .map(bubble -> bubble.words())
            .filter(words -> words.contains(MOVED) && words.contains(first))
            .toList();
    assertEquals(1, told.size(), cleaner.toString());
    assertTrue(told.get(0).contains("您手上2" + MOVED), told.get(0));
    assertTrue(told.get(0).contains(second), told.get(0));
    assertTrue(!told.get(0).contains(done), "whoever has handed in a result owes none");
    cleaner.says(first).shouldHear("截止时间");
    look();
    assertEquals(1, recalculated(first).size(), "once");
  }

  @Test
  void aNoticeThatMovesNothingOnlyTakesTheDoubtAway() throws IOException {
    save(Optional.empty());
    String number = journey.signed("李梅", "台湖村路边有一堆树枝没人清", "环卫中心");

    save(Optional.of(announced()));

    assertEquals(List.of(due + " false"), dueOf(number));
    assertEquals(List.of("due=" + due), recalculated(number));
    assertTrue(
        cleaner.bubbles().stream()
            .noneMatch(one -> one.words().contains(MOVED) && one.words().contains(number)));
  }

  /** As a database from before countdowns were kept has it. */
  @Test
  void aCaseWithoutCountdownsGetsThemAndKeepsItsDeadline() {
    String number = journey.signed("李梅", "台湖村路边有一堆旧家具", "环卫中心");
    Town.run("DELETE FROM told_rung WHERE number = '" + number + "'");
    Town.run("DELETE FROM wake_up WHERE number = '" + number + "'");
    Town.run("DELETE FROM countdown WHERE case_id = (" + idOf(number) + ")");
    Town.run("UPDATE case_file SET counted = false WHERE number = '" + number + "'");

    look();

    assertEquals(List.of(due.toString()), instantOf(number));
    assertEquals(
        List.of("LEG"),
        Town.read(
            "SELECT kind FROM countdown WHERE ended_at IS NULL AND due_at = '%s' AND case_id = (%s)"
                .formatted(due, idOf(number))));
  }

  private static String idOf(String number) {
    return "SELECT id FROM case_file WHERE number = '" + number + "'";
  }

  private static List<String> dueOf(String number) {
    return Town.read(
        "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || ' ' ||"
            + " due_provisional FROM case_file WHERE number = '"
            + number
            + "'");
  }

  private static List<String> recalculated(String number) {
    return Town.read(
        "SELECT facts FROM history_entry WHERE move = '重算截止时间' AND case_id = ("
            + idOf(number)
            + ")");
  }

  private static List<String> instantOf(String number) {
    return dueOf(number).stream().map(said -> said.substring(0, said.indexOf(' '))).toList();
  }

  private LocalDate dueDay() {
    return due.atZone(ZONE).toLocalDate();
  }

  private Path file() {
    return folder.resolve(dueDay().getYear() + ".json");
  }

  /** The year's notice, with these days off beside those it has. */
  private String announced(LocalDate... off) {
    String notice =
        shipped.orElse(
            "{\"year\": %d, \"papers\": [\"通知\"], \"days\": [\n]}".formatted(dueDay().getYear()));
    String more =
        Arrays.stream(off)
            .map("{\"name\": \"加放一天\", \"date\": \"%s\", \"isOffDay\": true}"::formatted)
            .collect(Collectors.joining(","));
    boolean isFirst = notice.contains("[\n]");
    return notice.replace(
        "\"days\": [", "\"days\": [" + more + (more.isEmpty() || isFirst ? "" : ","));
  }

  /** Leaves the year unannounced if empty. */
  private void save(Optional<String> notice) throws IOException {
    if (notice.isPresent()) {
      Files.writeString(file(), notice.get());
    } else {
      Files.deleteIfExists(file());
    }
    look();
  }

  private void look() {
    // Each change is told with its second, and two in one second would read the same.
    sandbox.passTime(Duration.ofSeconds(1));
    Town.runLoops();
    Town.runLoops();
    Town.runLoops();
  }
}
