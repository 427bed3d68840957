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
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 无人跟进: every open case is somebody's, and something comes due for it; if not, it is told. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class UnattendedTest {
  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat duty = sandbox.chat("吴军");
  private final Chat administrator = sandbox.chat("林晓");

  private Journey journey;

  @BeforeEach
  void aWorkingMorningOfWhichNobodyWasTold() {
    ZonedDateTime now = sandbox.now().atZone(calendar.zone());
    sandbox.windTo(now.plusDays(1).with(LocalTime.MIN).toInstant());
    sandbox.windTo(calendar.atWork(sandbox.now()));
    journey = Journey.begin();
  }

  @Test
  void whenTheLastOfAUnitLeavesItIsToldOnceADay() throws SQLException {
    String number = journey.dispatched("李梅", "台湖村井盖翘起渗水", "水务所");
    int before = look("owner");
    int theirs =
        Town.count(
            "SELECT count(*) FROM assignment a JOIN case_file c ON c.id = a.case_id"
                + " WHERE a.unit = 'shuiwu' AND a.ended_at IS NULL AND a.result_at IS NULL"
                + " AND c.stage = 'DISPOSAL'");
    nobodyWasTold();

    ChangedRoster.during(
        UnattendedTest::withoutTheWaterOffice,
        () -> {
          assertEquals(before + theirs, look("owner"));
          assertEquals(before + theirs, look("owner"));
        });
    Town.runLoops();
    duty.shouldHear("没有人能办下一步", number);
    assertEquals(1, heard(duty, number));
    assertEquals(1, heard(administrator, number));

    ChangedRoster.during(UnattendedTest::withoutTheWaterOffice, Town::runLoops);
    assertEquals(before, look("owner"), "it is the dispatchers' now");
  }

  @Test
  void whereOnlyItsDoersCouldVerifyNobodyCan() throws SQLException {
    UnaryOperator<String> verifiedByTheDoerAlone =
        roster ->
            ChangedRoster.without("zhouming")
                .andThen(ChangedRoster.without("qianjing"))
                .andThen(ChangedRoster.without("songjia"))
                .apply(roster);
    int[] before = new int[1];
    ChangedRoster.during(verifiedByTheDoerAlone, () -> before[0] = look("owner"));
    journey.done("李梅", "台湖村路面开裂下沉", "应急安全办");
    journey.done("李梅", "台湖村垃圾桶满溢没人清", "环卫中心");

    ChangedRoster.during(verifiedByTheDoerAlone, () -> assertEquals(before[0] + 1, look("owner")));
  }

  @Test
  void whatWouldSleepForGoodIsToldAndWokenByAnUrge() {
    String number = journey.signed("李梅", "台湖村消防通道堆着家具", "消防站");
    int before = look("wake_up");
    nobodyWasTold();

    Town.run("UPDATE wake_up SET at = NULL WHERE number = '" + number + "'");
    assertEquals(before + 1, look("wake_up"));
    Town.runLoops();
    administrator.shouldHear("以后不会再有提醒", number);

    duty.says("催办 " + number);
    assertEquals(before, look("wake_up"));
  }

  @Test
  void ofTwoReplicasThatFindItDueOneTells() {
    String number = journey.signed("李梅", "台湖村消防通道堆着床垫", "消防站");
    Town.run("UPDATE wake_up SET at = NULL WHERE number = '" + number + "'");
    nobodyWasTold();
    Town.run("UPDATE unattended_look SET at = service_now()");
    CompletableFuture.allOf(
            CompletableFuture.runAsync(UnattendedTest::watch),
            CompletableFuture.runAsync(UnattendedTest::watch))
        .join();
    duty.says("催办 " + number);
    Town.runLoops();

    assertEquals(1, heard(administrator, number));
  }

  private static void nobodyWasTold() {
    Town.run("UPDATE unattended_look SET told_on = NULL");
  }

  /** How many are found without it by a look that is due now. */
  private static int look(String missing) {
    Town.run("UPDATE unattended_look SET at = service_now()");
    watch();
    return Town.count("SELECT " + missing + " FROM unattended_look");
  }

  private static void watch() {
    Arc.container().listAll(Loop.class).stream()
        .map(found -> found.get())
        .filter(loop -> loop.name().equals("unattended-watch"))
        .forEach(Loop::cycle);
  }

  private static long heard(Chat chat, String number) {
    return chat.bubbles().stream()
        .map(bubble -> bubble.words())
        .filter(words -> words.contains("没有着落") && words.contains(number))
        .count();
  }

  /** The checks of bot-config would refuse this; the record does not rely on them. */
  private static String withoutTheWaterOffice(String roster) {
    return ChangedRoster.without("hongyan")
        .apply(roster.replaceFirst("  - code: shuiwu\\n    name: 水务所\\n", ""));
  }
}
