package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.database.OperatorCommand;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 预演: the official who edits bot-config sees what it would have done, before it does. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class RehearsalTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern MOVED = Pattern.compile("随日历变动截止时间的(\\d+)件");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat cleaner = sandbox.chat("黄涛");
  private final Chat duty = sandbox.chat("吴军");

  @Inject @All List<OperatorCommand> commands;

  private Path folder = Path.of("");
  private Journey journey;
  private LocalDate today = LocalDate.MIN;

  /** Nobody else's case has closed on this day, and no notice names it. */
  @BeforeEach
  void aWorkingMorning(@TempDir Path fresh) throws IOException {
    folder = fresh;
    do {
      sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.MIN).toInstant());
      sandbox.windTo(calendar.atWork(sandbox.now()));
      today = sandbox.now().atZone(ZONE).toLocalDate();
    } while (today.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue());
    journey = Journey.begin();
    Path inForce =
        Path.of(ConfigProvider.getConfig().getValue("gridcase.bot-config", String.class));
    try (var files = Files.list(inForce)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void newRulesAreRehearsedOnWhatHasHappened() throws IOException {
    String slow = journey.signed("李梅", "台湖村垃圾桶满溢没人清", "环卫中心");
    String late = journey.signed("李梅", "台湖村南垃圾桶满溢没人清", "环卫中心");
    String extended = journey.signed("李梅", "台湖村北垃圾桶满溢没人清", "环卫中心");
    String asked = journey.signed("李梅", "台湖村口垃圾桶满溢没人清", "环卫中心");
    cleaner.says("延期 " + extended + " 2工作日 清运车在修");
    duty.says("同意延期 " + extended);
    cleaner.says("请补充 " + asked + " 具体是哪个门口？");
    sandbox.passTime(Duration.ofHours(2));
    sandbox.chat("李梅").says("补充 " + asked + " 东门");
    Town.runLoops();
    closes(slow);
    closes(asked);
    sandbox.windTo(today.atTime(16, 30).atZone(ZONE).toInstant());
    closes(late);
    closes(extended);
    long before = Town.count("SELECT count(*) FROM config_snapshot");

    String same = rehearsed();
    assertTrue(same.contains("重演4件，截止时间与记录一致"), same);
    assertTrue(same.contains("件，一致）"), same);
    assertTrue(!same.contains("核对的0件"), same);
    line(same, "合计 +4 +3 +3 +75% +75%");
    line(same, "环卫中心 +超期提醒 +1 +1");
    assertTrue(!same.contains("变超期") && !same.contains("变按时"), same);
    assertTrue(!same.contains("李梅") && !same.contains("垃圾桶"), same);

    String waste = "name: 暴露垃圾\n    group: 环境污染及环境卫生\n    limit: ";
    change("categories.yaml", waste + "4工作时", waste + "1工作时");
    String shorter = rehearsed();
    line(shorter, "合计 +4 +3 +2 +75% +50%");
    line(shorter, "按时变超期 1件：" + slow);

    change(
        "supervision.yaml",
        "ladder:\n",
        "ladder:\n  - {name: 再提醒, at: 10%, of: [处置], tell: [处置人员]}\n");
    line(rehearsed(), "合计 +再提醒 +0 +[1-4]");

    holiday(today);
    String off = rehearsed();
    line(off, "超期变按时 1件：" + late);
    int moved = moved(off);
    journey.signed("李梅", "台湖村东头垃圾桶满溢没人清", "环卫中心");
    assertEquals(moved + 1, moved(rehearsed()));
    assertEquals(before, Town.count("SELECT count(*) FROM config_snapshot"));
  }

  @Test
  void aCaseOpenedOnceMoreIsRehearsedWithItsNewLimit() throws IOException {
    String number = journey.signed("李梅", "台湖村西头垃圾桶满溢没人清", "环卫中心");
    closes(number);
    sandbox.chat("李梅").says("不满意 " + number + " 又满了");
    cleaner.says("签收 " + number);
    sandbox.passTime(Duration.ofHours(2));
    closes(number);

    String same = rehearsed();
    assertTrue(same.contains("重演1件，截止时间与记录一致"), same);
    line(same, "合计 +1 +1 +1 +100% +100%");

    String waste = "name: 暴露垃圾\n    group: 环境污染及环境卫生\n    limit: ";
    change("categories.yaml", waste + "4工作时", waste + "1工作时");
    line(rehearsed(), "按时变超期 1件：" + number);
  }

  private void closes(String number) {
    journey.doneAgain(number, "环卫中心", "已按要求处理完毕");
    sandbox.chat("周明").says("通过 " + number);
    Town.runLoops();
  }

  private static void line(String screen, String pattern) {
    assertTrue(Pattern.compile(pattern).matcher(screen).find(), pattern + "\n" + screen);
  }

  private static int moved(String screen) {
    var found = MOVED.matcher(screen);
    assertTrue(found.find(), screen);
    return Integer.parseInt(found.group(1));
  }

  private void change(String file, String piece, String by) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertTrue(text.contains(piece), file + " has no longer: " + piece);
    Files.writeString(folder.resolve(file), text.replace(piece, by));
  }

  private void holiday(LocalDate day) throws IOException {
    Path year = folder.resolve(day.getYear() + ".json");
    if (!Files.exists(year)) {
      Files.writeString(
          year, "{\"year\": %d, \"papers\": [], \"days\": []}".formatted(day.getYear()));
    }
    change(
        year.getFileName().toString(),
        "\"days\": [",
        "\"days\": [{\"name\": \"加放一天\", \"date\": \"%s\", \"isOffDay\": true}".formatted(day)
            + (Files.readString(year).contains("\"days\": []") ? "" : ","));
  }

  private String rehearsed() {
    var screen = new ByteArrayOutputStream();
    PrintStream console = System.out;
    try {
      System.setOut(new PrintStream(screen, true, StandardCharsets.UTF_8));
      OperatorCommand known =
          commands.stream().filter(it -> it.name().equals("rehearse")).findFirst().orElseThrow();
      int code = known.run(List.of(folder.toString(), today.toString()));
      assertEquals(0, code, screen.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(console);
    }
    return screen.toString(StandardCharsets.UTF_8);
  }
}
