package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The holidays of the coming year are announced in November, and somebody has to fetch them. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class MissingHolidaysTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String TOLD = "2027年的放假安排还没有放进配置";
  private static final String NEW_YEAR =
      """
      {"year": 2027, "papers": [],
       "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}
      """;

  private final Path file =
      Path.of(
          ConfigProvider.getConfig().getValue("gridcase.bot-config", String.class), "2027.json");
  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat administrator = sandbox.chat("林晓");

  @AfterEach
  void restore() throws IOException {
    Files.deleteIfExists(file);
    look();
  }

  @Test
  void administratorsAreRemindedOnceAWeekUntilTheFileIsThere() throws IOException {
    ZonedDateTime monday = nextMonday();
    windTo(monday.minusMinutes(1));
    long before = heard();

    windToWorkOn(monday);
    administrator.shouldHear(TOLD, "2027.json");
    windTo(monday.plusDays(6));
    assertEquals(before + 1, heard());

    windToWorkOn(monday.plusDays(7));
    assertEquals(before + 2, heard());

    Files.writeString(file, NEW_YEAR);
    look();
    windToWorkOn(monday.plusDays(14));
    assertEquals(before + 2, heard());
  }

  @Test
  void ofTwoReplicasThatFindItDueOneTells() {
    windToWorkOn(nextMonday());
    Town.run("UPDATE year_reminder SET at = service_now()");
    long before = heard();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(MissingHolidaysTest::watch),
            CompletableFuture.runAsync(MissingHolidaysTest::watch))
        .join();
    look();
    assertEquals(before + 1, heard());
  }

  private static void watch() {
    Arc.container().listAll(Loop.class).stream()
        .map(found -> found.get())
        .filter(loop -> loop.name().equals("year-watch"))
        .forEach(Loop::cycle);
  }

  /** The first look sees that something changes, the second that it has been written to its end. */
  private void look() {
    // Each change is told with its second, and two in one second would read the same.
    sandbox.passTime(Duration.ofSeconds(1));
    Town.runLoops();
    Town.runLoops();
    Town.runLoops();
  }

  private long heard() {
    return administrator.bubbles().stream()
        .filter(bubble -> !bubble.mine() && bubble.words().startsWith(TOLD))
        .count();
  }

  private ZonedDateTime now() {
    return sandbox.now().atZone(ZONE);
  }

  private ZonedDateTime nextMonday() {
    LocalDate november = LocalDate.of(2026, 11, 1);
    LocalDate today = now().toLocalDate();
    return (today.isBefore(november) ? november : today)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .atTime(9, 0)
        .atZone(ZONE);
  }

  /** A Monday may be a holiday. */
  private void windToWorkOn(ZonedDateTime monday) {
    sandbox.windTo(calendar.atWork(monday.toInstant()).plus(Duration.ofMinutes(1)));
  }

  private void windTo(ZonedDateTime at) {
    sandbox.windTo(at.toInstant());
  }
}
