package cn.gridcase.supervision;

import cn.gridcase.config.Problems;
import cn.gridcase.config.RecordCheck;
import cn.gridcase.config.Snapshot;
import cn.gridcase.config.SnapshotReader;
import cn.gridcase.database.Database;
import cn.gridcase.database.OperatorCommand;
import cn.gridcase.roster.Roster;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * {@code rehearse <folder> [from [to]]}: what this bot-config would have made of past cases; exit
 * code 1 if the old rules do not make of them what is written down.
 */
@ApplicationScoped
class RehearseCommand implements OperatorCommand {
  private static final int DIFFERS = 1;
  private static final int WRONG = 2;
  private static final int A_YEAR = 365;
  private static final int LONGEST_SECONDS = 3600;

  private final SnapshotReader reader;
  private final List<RecordCheck> record;
  private final Rehearsal rehearsal;
  private final ServiceClock clock;
  private final Database database;

  @Inject
  RehearseCommand(
      SnapshotReader reader,
      @All List<RecordCheck> record,
      Rehearsal rehearsal,
      ServiceClock clock,
      Database database) {
    this.reader = reader;
    this.record = record;
    this.rehearsal = rehearsal;
    this.clock = clock;
    this.database = database;
  }

  @Override
  public String name() {
    return "rehearse";
  }

  @Override
  public String summary() {
    return "<目录> [起始日期 [截止日期]]  用一个还没有生效的配置目录重演已结案的案件（默认最近365天），只读";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out);
  }

  int run(List<String> arguments, PrintStream out) {
    if (arguments.isEmpty() || arguments.size() > 3) {
      out.println(
          "用法：rehearse <目录> [起始日期 [截止日期]]，例如：rehearse bot-config-new 2026-01-01 2026-06-30");
      return WRONG;
    }
    Problems problems = new Problems();
    Snapshot candidate = reader.read(Path.of(arguments.get(0)), problems);
    if (!problems.none()) {
      out.println("配置目录 " + arguments.get(0) + " 有问题，不能预演：");
      out.println(problems.text());
      return WRONG;
    }
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(() -> run(arguments, candidate, out));
  }

  private int run(List<String> arguments, Snapshot candidate, PrintStream out) {
    // The database itself holds it to reading, and to one instant while the service goes on.
    database.change("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    Instant now = clock.now();
    ZoneId zone = candidate.value(WorkCalendar.class).zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    try {
      LocalDate from =
          arguments.size() > 1 ? LocalDate.parse(arguments.get(1)) : today.minusDays(A_YEAR);
      LocalDate to = arguments.size() > 2 ? LocalDate.parse(arguments.get(2)) : today;
      out.println("预演 " + arguments.get(0) + "：" + from + " 至 " + to + " 结案的案件");
      warn(candidate, out);
      Rehearsed rehearsed =
          rehearsal.of(
              candidate,
              from.atStartOfDay(zone).toInstant(),
              to.plusDays(1).atStartOfDay(zone).toInstant(),
              now);
      RehearsalText.of(rehearsed, candidate.value(Roster.class), zone).forEach(out::println);
      return rehearsed.isTrue() ? 0 : DIFFERS;
    } catch (DateTimeException unreadable) {
      out.println("日期要写成 2026-01-01 这样");
      return WRONG;
    }
  }

  /** What the record asks of new rules may be mended later; a rehearsal only says so. */
  private void warn(Snapshot candidate, PrintStream out) {
    Problems problems = new Problems();
    record.forEach(check -> check.check(candidate, problems));
    if (!problems.none()) {
      out.println("注意，这个目录现在还不能生效：");
      out.println(problems.text());
    }
    out.println("时限的 from 还没有到的，当作一直有效；其余的按案件立案那天算");
  }
}
