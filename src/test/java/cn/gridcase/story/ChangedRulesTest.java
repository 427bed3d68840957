package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.gridcase.sandbox.Chat;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator saves bot-config while the service runs. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ChangedRulesTest {
  private static final String IN_FORCE = "SELECT hash FROM config_in_force";

  private final Path folder =
      Path.of(ConfigProvider.getConfig().getValue("gridcase.bot-config", String.class));
  private final Path file = folder.resolve("dispatch.yaml");
  private final Chat administrator = Town.sandbox().chat("林晓");
  private String before = "";

  @BeforeEach
  void remember() throws IOException {
    before = Files.readString(file);
    look();
  }

  @AfterEach
  void restore() throws IOException {
    Files.writeString(file, before);
    look();
  }

  @Test
  void goodRulesAreInForceAtOnceAndTheAdministratorIsToldSo() throws IOException {
    String old = Town.read(IN_FORCE).get(0);
    save(before.replace("  - 重复上报", "  - 与其他案件重复"));

    administrator.shouldHear("新的配置已经生效");
    assertNotEquals(old, Town.read(IN_FORCE).get(0));
  }

  @Test
  void badRulesChangeNothingAndAreToldOnceByFileKeyAndReason() throws IOException {
    String old = Town.read(IN_FORCE).get(0);
    save(before.replace("otherwise: chengguan", "otherwise: chengguanju"));
    administrator.shouldHear("配置有误，没有生效").shouldHear("dispatch.yaml · otherwise");
    assertEquals(old, Town.read(IN_FORCE).get(0));

    int told = Town.count("SELECT count(*) FROM outbox WHERE about = 'bot-config'");
    look();
    assertEquals(told, Town.count("SELECT count(*) FROM outbox WHERE about = 'bot-config'"));

    save(before);
    administrator.shouldHear("新的配置已经生效");
    assertEquals(old, Town.read(IN_FORCE).get(0));
  }

  @Test
  void aShiftThatSomeCaseGoesByIsNotTakenAway() throws IOException, SQLException {
    ChangedFile.during(
        "categories.yaml",
        rules -> rules.replace("name: 暴露垃圾", "name: 暴露垃圾\n    shift: 夜间巡查"),
        () -> Journey.begin().reported("李梅", "台湖村垃圾桶满溢夜里也有人管"));
    Path calendar = folder.resolve("calendar.yaml");
    String shifts = Files.readString(calendar);
    try {
      Files.writeString(calendar, shifts.replaceAll("(?s)\nshifts:.*?\n\n", "\n"));
      look();
      administrator.shouldHear("calendar.yaml · shifts · 还有案件按班次“夜间巡查”计时");
    } finally {
      Files.writeString(calendar, shifts);
    }
  }

  private void save(String text) throws IOException {
    Files.writeString(file, text);
    look();
  }

  /** The first look sees that something changes, the second that it has been written to its end. */
  private static void look() {
    Town.runLoops();
    Town.runLoops();
    Town.runLoops();
  }
}
