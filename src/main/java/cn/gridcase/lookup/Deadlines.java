package cn.gridcase.lookup;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** 为什么是这个时间: how a deadline came about, in short lines; in the caller's transaction. */
@ApplicationScoped
class Deadlines {
  private static final int VERSION_DIGITS = 8;

  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  Deadlines(CaseFiles caseFiles, CategoriesFile categories, CalendarFile calendars) {
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.calendars = calendars;
  }

  List<String> why(CaseFile file, Instant now) {
    List<Countdown> running =
        file.clock().countdowns().stream()
            .filter(each -> each.isRunning() && each.kind().isOfWork())
            .toList();
    if (running.isEmpty()) {
      return List.of(notRunning(file));
    }
    String version = caseFiles.rulesOf(file).substring(0, VERSION_DIGITS);
    return Stream.concat(
            running.stream().flatMap(each -> why(each, file, now, running.size() > 1)),
            Stream.of("返工、改派不重新计时。规则版本：" + version))
        .toList();
  }

  private Stream<String> why(Countdown countdown, CaseFile file, Instant now, boolean named) {
    Stream<String> lines =
        countdown
            .hours(calendars.inForce())
            .explain(countdown.ledger(file.clock().ledger().rows()), now)
            .lines()
            .stream();
    return named ? Stream.concat(Stream.of("【" + countdown.name() + "】"), lines) : lines;
  }

  private String notRunning(CaseFile file) {
    return file.stage().isEnd()
        ? "案件已经结束，不再计时。"
        : "立案后开始计时，本类时限" + categories.inForce().byCode(file.category()).limit().said() + "。";
  }
}
