package cn.gridcase.lookup;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.CountdownKind;
import cn.gridcase.cases.HistoryLine;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.Stage;
import cn.gridcase.cases.SubmitResult;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** 阶段: what came of each leg of a case that has several, with its own evidence. */
@ApplicationScoped
class LegSheets {
  private final CaseFiles caseFiles;
  private final BeforeAfter beforeAfter;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;

  @Inject
  LegSheets(
      CaseFiles caseFiles, BeforeAfter beforeAfter, OutcomesFile outcomes, CalendarFile calendars) {
    this.caseFiles = caseFiles;
    this.beforeAfter = beforeAfter;
    this.outcomes = outcomes;
    this.calendars = calendars;
  }

  /** Empty for a case of one leg. */
  List<CaseSheet.Leg> of(CaseFile file, Person reader) {
    List<Countdown> legs =
        file.clock().countdowns().stream()
            .filter(each -> each.kind() == CountdownKind.LEG)
            .toList();
    return legs.size() < 2
        ? List.of()
        : IntStream.range(0, legs.size()).mapToObj(i -> leg(file, reader, legs, i)).toList();
  }

  private CaseSheet.Leg leg(CaseFile file, Person reader, List<Countdown> legs, int i) {
    Countdown leg = legs.get(i);
    Optional<Instant> from = leg.started();
    Optional<Instant> until = i + 1 < legs.size() ? legs.get(i + 1).started() : Optional.empty();
    if (from.isEmpty()) {
      return new CaseSheet.Leg(leg.name(), "还没开始", "", Optional.empty(), "", List.of());
    }
    var span = new Span(from.get(), until.orElse(Instant.MAX));
    return new CaseSheet.Leg(
        leg.name(),
        state(file, leg),
        leg.due().map(due -> due.said(calendars.inForce().zone())).orElse(""),
        outcome(file, span),
        account(file, span),
        beforeAfter.of(file, reader, span::holds));
  }

  private record Span(Instant from, Instant until) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  private static String state(CaseFile file, Countdown leg) {
    if (leg.isRunning()) {
      return file.stage().chinese();
    }
    return leg.met().isEmpty() ? "没有办完" : leg.isMetInTime() ? "按期办完" : "超期办完";
  }

  private Optional<String> outcome(CaseFile file, Span span) {
    return file.assignments().all().stream()
        .filter(each -> each.isLead() && span.holds(each.assignedAt()))
        .map(Assignment::outcome)
        .flatMap(Optional::stream)
        .reduce((first, last) -> last)
        .map(code -> outcomes.inForce().byCode(code).name());
  }

  /** The result of the case's own unit leads to verification; a share's does not. */
  private String account(CaseFile file, Span span) {
    return caseFiles.history(file).stream()
        .filter(line -> line.move().equals(SubmitResult.TERM) && line.to() == Stage.VERIFICATION)
        .filter(line -> span.holds(line.at()))
        .map(HistoryLine::words)
        .reduce((first, last) -> last)
        .orElse("");
  }
}
