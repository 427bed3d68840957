package cn.gridcase.lookup;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLists;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.LedgerRow;
import cn.gridcase.cases.Merges;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Stage;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Where a case stands, in one line, for those entitled to know; to others it does not exist. */
@ApplicationScoped
class CaseView {
  private final CaseLists lists;
  private final CaseSight sight;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final Merges merges;
  private final CaseFiles caseFiles;
  private final Recusals recusals;

  @Inject
  CaseView(
      CaseLists lists,
      CaseSight sight,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      Merges merges,
      CaseFiles caseFiles,
      Recusals recusals) {
    this.recusals = recusals;
    this.merges = merges;
    this.caseFiles = caseFiles;
    this.lists = lists;
    this.sight = sight;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
  }

  String of(CaseNumber number, Person asker) {
    return line(sight.seen(number, asker), asker);
  }

  List<String> reportedBy(Person person, int most) {
    return lists.reportedBy(person, most).stream().map(file -> line(file, person)).toList();
  }

  /** A line for each of these that the asker may see. */
  List<String> seen(List<CaseNumber> numbers, Person asker) {
    return sight.among(numbers, asker).stream().map(file -> line(file, asker)).toList();
  }

  private String line(CaseFile file, Person asker) {
    String category = categories.inForce().byCode(file.category()).name();
    return "案件%s（%s）：%s%s".formatted(file.number(), category, where(file, asker), due(file));
  }

  /**
   * 环节, as lists and answers name it.
   *
   * @param frozen 待指定: a leader is to say who leads
   */
  static String said(Stage stage, boolean frozen) {
    return stage == Stage.DISPATCH && frozen ? "待指定" : stage.chinese();
  }

  /** What it was merged into may be withheld from the asker: then that is all they learn. */
  String where(CaseFile file, Person asker) {
    String stage = said(file.stage(), file.forwarding().isFrozen());
    Optional<CaseNumber> whole = merges.into(file.number());
    if (whole.isPresent()) {
      String merged = "已并入" + recusals.nameOf(whole.get(), asker.userid());
      return recusals.isWithheld(whole.get(), asker.userid())
          ? merged
          : merged + "：" + where(caseFiles.numbered(whole.get()), asker);
    }
    if (file.stage().isEnd()) {
      return stage;
    }
    return file.assignment()
        .filter(assignment -> !assignment.isEnded())
        .map(
            assignment ->
                stage
                    + "，"
                    + roster.inForce().nameOf(assignment.unit())
                    + helped(file)
                    + called(file))
        .map(text -> file.reworked() > 0 ? text + "，返工" + file.reworked() + "次" : text)
        .orElse(stage);
  }

  /** Who helps, and who of them keeps the lead waiting. */
  private String helped(CaseFile file) {
    return file.assignments().coUnits().stream()
        .map(each -> roster.inForce().nameOf(each.unit()) + state(each))
        .reduce((one, other) -> one + "、" + other)
        .map(all -> "主办，协办" + all)
        .orElse("");
  }

  /** How many have come of those that a whistle calls. */
  private static String called(CaseFile file) {
    return file.assignments()
        .whistles()
        .open()
        .map(
            whistle ->
                "，%s%d个单位到了%d个"
                    .formatted(whistle.kind().chinese(), whistle.calls().size(), whistle.arrived()))
        .orElse("");
  }

  private static String state(Assignment share) {
    if (!share.isOpen()) {
      return "已完成";
    }
    return share.isSigned() ? "在办" : "未签收";
  }

  private String due(CaseFile file) {
    return file.stage().isEnd()
        ? "。"
        : file.due()
            .map(due -> "，截止" + due.said(calendars.inForce().zone()) + "。")
            .orElse(stands(file.stage(), file.due()) ? "，现在" + stopped(file) + "。" : "。");
  }

  /** What its clock stands still for, and until when at most. */
  String stopped(CaseFile file) {
    return file.clock().ledger().rows().stream()
        .filter(row -> row.to().isEmpty())
        .findFirst()
        .map(row -> "停止计时（" + row.kind().chinese() + latest(row) + "）")
        .orElse("停止计时");
  }

  private String latest(LedgerRow pause) {
    return pause.review().map(at -> "，最晚" + calendars.inForce().said(at) + "恢复").orElse("");
  }

  /** Whether its clock stands still: it has begun, and there is no deadline. */
  static boolean stands(Stage stage, Optional<Due> due) {
    return (stage == Stage.DISPATCH || stage == Stage.DISPOSAL) && due.isEmpty();
  }
}
