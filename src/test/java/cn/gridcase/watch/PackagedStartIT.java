package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.PackagedJar;
import cn.gridcase.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that ships, started wrongly: it says what is wrong and what to do, and stops. */
class PackagedStartIT {
  private static final Map<String, String> WECOM =
      Map.of(
          "GRIDCASE_WECOM_CORP_ID", "ww0123456789abcdef",
          "GRIDCASE_WECOM_AGENT_ID", "1000002",
          "GRIDCASE_WECOM_SECRET", "secret",
          "GRIDCASE_WECOM_TOKEN", "token",
          "GRIDCASE_WECOM_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
          "GRIDCASE_PUBLIC_URL", "http://127.0.0.1");

  @Test
  void withoutTheWeComSettingsItNamesEachOfThemAndStops() {
    PackagedJar.Ended ended = run(Map.of());

    assertEquals(2, ended.code(), ended.output());
    for (String variable : List.of("CORP_ID", "AGENT_ID", "SECRET", "TOKEN", "AES_KEY")) {
      assertTrue(ended.output().contains("GRIDCASE_WECOM_" + variable + "："), ended.output());
    }
    assertTrue(ended.output().contains("GRIDCASE_PUBLIC_URL："), ended.output());
    assertFalse(ended.output().contains("\tat "), ended.output());
  }

  @Test
  void aMistakeInBotConfigIsNamedByFileKeyAndReason(@TempDir Path folder) throws Exception {
    copy(Path.of("bot-config"), folder);
    Path roster = folder.resolve("roster.yaml");
    Files.writeString(
        roster, Files.readString(roster).replaceFirst("roles: \\[网格员]", "roles: [网各员]"));

    var settings = new HashMap<>(WECOM);
    settings.put("GRIDCASE_BOT_CONFIG", folder.toString());
    PackagedJar.Ended ended = run(settings);

    assertEquals(2, ended.code(), ended.output());
    assertTrue(ended.output().contains("roster.yaml · people[第"), ended.output());
    assertTrue(ended.output().contains("网各员"), ended.output());
    assertFalse(ended.output().contains("\tat "), ended.output());
  }

  @Test
  void anOperatorVerifiesTheHistoryWithoutAnyWeComSetting() {
    PackagedJar.Ended ended = run(Map.of(), "verify-history");

    assertEquals(0, ended.code(), ended.output());
    assertEquals("核对了0件案件、0条流转记录，全部完好。", ended.output().strip());
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheKnownOnes() {
    PackagedJar.Ended ended = run(Map.of(), "verify-histroy");

    assertEquals(2, ended.code(), ended.output());
    assertTrue(ended.output().contains("verify-history"), ended.output());
    assertTrue(ended.output().contains("check-config"), ended.output());
  }

  private PackagedJar.Ended run(Map<String, String> environment, String... arguments) {
    var settings = new HashMap<>(PackagedJar.asEnvironment(TestDatabase.fresh()));
    settings.putAll(environment);
    return PackagedJar.run(settings, arguments);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
