package cn.gridcase.requests;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.Supplement;
import cn.gridcase.cases.TurnDown;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What people read about a request; none of it names the unit's people to the reporter. */
@ApplicationScoped
class RequestTexts {
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  RequestTexts(CategoriesFile categories, CalendarFile calendars) {
    this.categories = categories;
    this.calendars = calendars;
  }

  @CheckedTemplate(basePath = "requests")
  record extended(String number, String category, String reason, String due)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "requests")
  record paused(String number, String category, String kind, String reason, String until)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "requests")
  record question(String number, String category, String words, String until)
      implements TemplateInstance {}

  String granted(CaseFile file, RequestKind kind) {
    String what = "案件" + file.number() + "申请的" + kind.chinese() + "已获同意，";
    return kind == RequestKind.EXTENSION
        ? what + "新的截止时间是" + due(file) + "。"
        : what + "停止计时到" + until(file) + "，到时自动恢复。";
  }

  String turnedDown(CaseFile file, TurnDown no) {
    return "案件"
        + file.number()
        + "申请的"
        + no.kind().chinese()
        + "没有同意，原因："
        + no.reason()
        + "。截止时间仍是"
        + due(file)
        + "。";
  }

  String lapsed(CaseFile file, RequestKind kind) {
    return "案件%s申请的%s没有等到批复，现为“%s”，不用再批。"
        .formatted(file.number(), kind.chinese(), file.stage().chinese());
  }

  String forReporter(CaseFile file, RequestKind kind, String reason) {
    String number = file.number().text();
    return kind == RequestKind.EXTENSION
        ? new extended(number, category(file), reason, due(file)).render()
        : new paused(number, category(file), kind.chinese(), reason, until(file)).render();
  }

  String question(CaseFile file, String words) {
    return new question(file.number().text(), category(file), words, until(file)).render();
  }

  String answer(CaseFile file, Supplement answer, Instant now) {
    boolean resumed =
        file.clock().ledger().rows().stream()
            .anyMatch(row -> row.to().filter(now::equals).isPresent());
    String photos = answer.photos() > 0 ? "（" + answer.photos() + "张照片，见案件页面）" : "";
    return "案件%s的上报人补充：%s%s\n%s截止时间是%s。"
        .formatted(file.number(), answer.words(), photos, resumed ? "已恢复计时，" : "", due(file));
  }

  String resumed(CaseFile file) {
    return "案件" + file.number() + "已恢复计时，截止时间是" + due(file) + "。";
  }

  private String category(CaseFile file) {
    return categories.inForce().byCode(file.category()).name();
  }

  /** The town may have stopped all clocks meanwhile. */
  private String due(CaseFile file) {
    return file.due().map(due -> due.said(calendars.inForce().zone())).orElse("待恢复计时后确定");
  }

  private String until(CaseFile file) {
    return file.clock().ledger().rows().stream()
        .filter(row -> row.to().isEmpty())
        .flatMap(row -> row.review().stream())
        .reduce((first, last) -> last)
        .map(at -> new Due(at, false).said(calendars.inForce().zone()))
        .orElseThrow();
  }
}
