package cn.gridcase.lookup;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.UnitGrade;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.cases.WhistleFigures;
import cn.gridcase.cases.WhistleFile;
import cn.gridcase.cases.WhistleGrade;
import cn.gridcase.cases.Whistles;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 吹哨: whenever units were called to a case, as staff read it, latest first. */
@ApplicationScoped
class WhistleSheets {
  private final WhistleFigures figures;
  private final WhistleFile rules;
  private final Actors actors;
  private final RosterFile roster;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;

  @Inject
  WhistleSheets(
      WhistleFigures figures,
      WhistleFile rules,
      Actors actors,
      RosterFile roster,
      OutcomesFile outcomes,
      CalendarFile calendars) {
    this.figures = figures;
    this.rules = rules;
    this.actors = actors;
    this.roster = roster;
    this.outcomes = outcomes;
    this.calendars = calendars;
  }

  List<WhistleSheet> of(CaseFile file) {
    List<WhistleSheet> sheets = new ArrayList<>();
    file.assignments().whistles().all().forEach(each -> sheets.add(0, sheet(file, each)));
    return List.copyOf(sheets);
  }

  private WhistleSheet sheet(CaseFile file, Whistle whistle) {
    return new WhistleSheet(
        whistle.kind().chinese(),
        whistle.calls().size() + "个单位到了" + whistle.arrived() + "个",
        figures.reason(file, whistle),
        blower(file, whistle) + "，" + calendars.inForce().said(whistle.blownAt()) + "吹哨",
        whistle.calls().stream().map(call -> unit(file, whistle, call)).toList(),
        figures.summary(file, whistle),
        whistle
            .ended()
            .map(at -> calendars.inForce().said(at) + (whistle.isStopped() ? "中止" : "收哨"))
            .orElse(""),
        whistle.calls().stream().flatMap(call -> ratings(call).stream()).toList());
  }

  private String blower(CaseFile file, Whistle whistle) {
    return figures.isByReporter(file, whistle)
        ? "上报人"
        : roster.inForce().person(actors.blower(whistle)).map(Person::name).orElse("已离岗人员");
  }

  private String unit(CaseFile file, Whistle whistle, WhistleCall call) {
    return roster.inForce().nameOf(call.unit())
        + "："
        + call.arrived()
            .map(at -> calendars.inForce().said(at) + "到场" + late(call) + away(call))
            .orElseGet(() -> "未到场" + whyNot(file, whistle, call))
        + (call.arrived().isPresent()
            ? call.out().map(out -> left(file, call, out)).orElse("")
            : "")
        + result(file, call);
  }

  private static String late(WhistleCall call) {
    return call.lateMinutes() > 0 ? "，晚了" + call.lateMinutes() + "分钟" : "";
  }

  private String away(WhistleCall call) {
    if (!call.isPlaced()) {
      return call.photos() > 0 ? "，有照片" : "";
    }
    boolean isFar = call.metres().filter(metres -> metres > rules.inForce().near()).isPresent();
    return call.away().isEmpty() ? "，案件没有位置可比" : "，" + call.away() + (isFar ? "，不像在现场" : "");
  }

  private String whyNot(CaseFile file, Whistle whistle, WhistleCall call) {
    Optional<String> left = call.out().map(out -> left(file, call, out));
    if (left.isPresent()) {
      return left.get();
    }
    Optional<Countdown> owed = Whistles.arrivalOf(file, call.unit());
    return whistle.isOpen()
        ? owed.flatMap(Countdown::due)
            .map(due -> "，限" + due.said(calendars.inForce().zone()) + "前")
            .orElse("")
        : "";
  }

  private String left(CaseFile file, WhistleCall call, WhistleCall.Out out) {
    return switch (out) {
      case REFUSED -> "，已回退：" + figures.refusal(file, call);
      case WAIVED -> "，已免除";
      case LOST -> "，联系不上";
    };
  }

  /** What a co-unit handed in of its own. */
  private String result(CaseFile file, WhistleCall call) {
    return file.assignments()
        .of(call.unit())
        .filter(share -> !share.isLead())
        .flatMap(Assignment::outcome)
        .map(code -> "，结果：" + outcomes.inForce().byCode(code).name())
        .orElse("");
  }

  private List<String> ratings(WhistleCall call) {
    String unit = roster.inForce().nameOf(call.unit());
    List<String> said = new ArrayList<>();
    call.unitGrade().map(UnitGrade::chinese).ifPresent(it -> said.add("吹哨人评" + unit + "：" + it));
    call.whistleGrade().map(WhistleGrade::chinese).ifPresent(it -> said.add(unit + "评哨：" + it));
    return said;
  }
}
