package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ChainOf;
import cn.gridcase.cases.Report;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken from a town at work. */
@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class BackupWhileFilingTest {
  private static final int BEFORE = 40;
  private static final int WRITERS = 3;

  @Inject CaseFiles caseFiles;
  @Inject CategoriesFile categories;
  @Inject RosterFile roster;
  @Inject ServiceClock clock;
  @Inject Backup backup;
  @Inject Database database;

  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicInteger filed = new AtomicInteger();

  @Test
  void everyCaseOfABackupThatWasTakenAmongWritersIsWhole(@TempDir Path folder)
      throws IOException, SQLException {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(CompletableFuture.runAsync(this::file));
    }
    await(BEFORE);
    int before = filed.get();
    Path file = folder.resolve("gridcase.zip");
    Manifest manifest = backup.write(file).manifest();
    await(filed.get() + BEFORE);
    enough.set(true);
    writers.forEach(CompletableFuture::join);

    Place copy = Place.fresh(folder.resolve("copy"));
    copy.restore().from(file);
    int cases = Integer.parseInt(copy.read("SELECT count(*) FROM case_file").get(0));
    assertTrue(before <= cases && cases < filed.get(), before + " " + cases + " " + filed);
    assertEquals(filed.get(), count("SELECT count(*) FROM case_file"));

    var finding = ChainOf.verified(copy.asService());
    assertEquals(List.of(), finding.faults());
    assertEquals(cases, finding.cases());
    assertEquals(
        List.of(),
        copy.read(
            "SELECT number FROM case_file c WHERE NOT EXISTS"
                + " (SELECT 1 FROM reporter r WHERE r.case_id = c.id) OR history_length <>"
                + " (SELECT count(*) FROM history_entry h WHERE h.case_id = c.id) OR"
                + " 0 = (SELECT count(*) FROM outbox o WHERE o.about = c.number)"));
    assertEquals(
        List.of(),
        copy.read(
            "SELECT about FROM outbox WHERE about ~ '^[0-9]{8}-'"
                + " AND about NOT IN (SELECT number FROM case_file)"));
    assertTrue(manifest.rows() > cases * 5L, manifest.toString());
    // What is filed there next takes a number and a row nobody has.
    assertEquals(
        List.of("t"), copy.read("SELECT nextval('case_file_seq') > max(id) FROM case_file"));
  }

  private void file() {
    while (!enough.get()) {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  caseFiles.file(
                      roster.inForce().person("limei").orElseThrow(),
                      categories.inForce().byCode("G99"),
                      Report.of("台湖村消防通道被堵"),
                      clock.now()));
      filed.incrementAndGet();
    }
  }

  private void await(int cases) {
    while (filed.get() < cases) {
      Deadline.in(Duration.ofSeconds(1)).pause();
    }
  }

  private int count(String question) {
    return QuarkusTransaction.requiringNew()
        .call(() -> database.first(question, row -> row.getInt(1)).orElseThrow());
  }
}
