package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLists;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.TownHalt;
import cn.gridcase.cases.TownResume;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings every open case to what holds for the whole town, those filed meanwhile too. */
@ApplicationScoped
class HaltWatch implements Loop {
  private static final int MOST = 200;

  private final TownHalts halts;
  private final CaseFiles caseFiles;
  private final CaseLists lists;
  private final ServiceClock clock;

  @Inject
  HaltWatch(TownHalts halts, CaseFiles caseFiles, CaseLists lists, ServiceClock clock) {
    this.halts = halts;
    this.caseFiles = caseFiles;
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "halt-watch";
  }

  /**
   * What is to be made of some cases.
   *
   * @param halted whether the town stands still
   * @param move for those that do not yet, or do still
   */
  private record Task(boolean halted, Move move, List<CaseNumber> numbers) {}

  @Override
  public void cycle() {
    QuarkusTransaction.requiringNew().call(this::task).ifPresent(this::make);
  }

  private Optional<Task> task() {
    Optional<Instant> since = halts.lastsSince();
    return since.isPresent()
        ? since.map(from -> new Task(true, new TownHalt(from), lists.halted(false, MOST)))
        : halts.endedAt().map(to -> new Task(false, new TownResume(to), lists.halted(true, MOST)));
  }

  private void make(Task task) {
    for (CaseNumber number : task.numbers()) {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  caseFiles.changeByRule(
                      number,
                      file ->
                          file.clock().ledger().isHalted() == task.halted()
                              ? Optional.empty()
                              : Optional.of(task.move()),
                      clock.now()));
    }
  }
}
