package cn.gridcase.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Report;
import cn.gridcase.database.Database;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.story.TownSettings;
import cn.gridcase.time.ServiceClock;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that cannot be in force are in force for nobody, not even until the start is refused. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class RulesInForceTest {
  @Inject SnapshotReader reader;
  @Inject ConfigSnapshots snapshots;
  @Inject @All List<RecordCheck> record;
  @Inject TransactionSynchronizationRegistry transaction;
  @Inject Database database;
  @Inject CaseFiles caseFiles;
  @Inject CategoriesFile categories;
  @Inject RosterFile roster;
  @Inject ServiceClock clock;

  private final String folder =
      ConfigProvider.getConfig().getValue("gridcase.bot-config", String.class);

  @Test
  void rulesThatDropACodeInUseAreRefusedAndTheOldOnesStay(@TempDir Path changed)
      throws IOException {
    QuarkusTransaction.requiringNew().run(this::fileOneOfTheCategory);
    String before = inForce();
    withoutTheCategory(changed);

    BotConfigs replica =
        new BotConfigs(changed.toString(), false, reader, snapshots, record, transaction);
    ConfigRefused refused =
        assertThrows(ConfigRefused.class, () -> replica.start(new StartupEvent()));

    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains("categories.yaml · categories · 还有案件属于类别“A05”"), said);
    assertEquals(before, inForce());
  }

  private void fileOneOfTheCategory() {
    caseFiles.file(
        roster.inForce().person("limei").orElseThrow(),
        categories.inForce().byCode("A05"),
        Report.of("台湖村井盖丢了"),
        clock.now());
  }

  private String inForce() {
    return QuarkusTransaction.requiringNew().call(snapshots::inForce);
  }

  private void withoutTheCategory(Path changed) throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      for (Path file : files.toList()) {
        String text =
            Files.readString(file).replaceFirst("(?s)  - code: A05.*?(?=  - code: A06)", "");
        Files.writeString(changed.resolve(file.getFileName()), text);
      }
    }
  }
}
