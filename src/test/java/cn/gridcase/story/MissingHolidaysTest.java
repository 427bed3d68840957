package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.Loop;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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
  private final Sandbox sandbox = Town.sandbox();
  private final Chat administrator = sandbox.chat("林晓");

  @AfterEach
  void restore() throws IOException {
    Files.deleteIfExists(file);
    look();
  }

  @Test
  void administratorsAreRemindedOnceAWeekUntilTheFileIsThere() throws IOException {
    windTo(nextMonday(LocalTime.of(8, 59)));
    long before = heard();

    windTo(now().with(LocalTime.of(9, 1)));
    administrator.shouldHear(TOLD, "2027.json");
    windTo(now().plusDays(6));
    assertEquals(before + 1, heard());

    windTo(nextMonday(LocalTime.of(9, 1)));
    assertEquals(before + 2, heard());

    Files.writeString(file, NEW_YEAR);
    look();
    windTo(nextMonday(LocalTime.of(9, 1)));
    assertEquals(before + 2, heard());
  }

  @Test
  void ofTwoReplicasThatFindItDueOneTells() {
    windTo(nextMonday(LocalTime.of(9, 1)));
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
  private static void look() {
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

  private ZonedDateTime nextMonday(LocalTime time) {
    LocalDate november = LocalDate.of(2026, 11, 1);
    LocalDate today = now().toLocalDate();
    return (today.isBefore(november) ? november : today)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .atTime(time)
        .atZone(ZONE);
  }

  private void windTo(ZonedDateTime at) {
    sandbox.windTo(at.toInstant());
  }
}
