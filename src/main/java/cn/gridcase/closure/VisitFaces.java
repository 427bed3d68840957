package cn.gridcase.closure;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.HistoryLine;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.Pass;
import cn.gridcase.cases.Sample;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.chat.Card;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a closed case looks to its reporter, who is asked in the same message how content they are.
 */
@ApplicationScoped
class VisitFaces {
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;
  private final ClosureFile rules;
  private final CalendarFile calendars;
  private final PublicUrl address;
  private final OutsideNumbers numbers;

  @Inject
  VisitFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      OutcomesFile outcomes,
      ClosureFile rules,
      CalendarFile calendars,
      PublicUrl address,
      OutsideNumbers numbers) {
    this.numbers = numbers;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.outcomes = outcomes;
    this.rules = rules;
    this.calendars = calendars;
    this.address = address;
  }

  @CheckedTemplate(basePath = "closure")
  record closed(
      String number, String category, boolean isSpared, String outcome, String note, String account)
      implements TemplateInstance {}

  Card asking(CaseFile file) {
    List<Card.Option> reasons =
        Stream.concat(
                Stream.of(new Card.Option(VisitCard.NO_REASON, "不说明原因")),
                rules.inForce().reasons().stream().map(each -> new Card.Option(each, each)))
            .toList();
    return face("已结案，您满意吗？", file)
        .subtitle(told(file))
        .dropdown(VisitCard.REASON, "不满意的原因", reasons, VisitCard.NO_REASON)
        .button("满意", VisitCard.Button.CONTENT)
        .button("基本满意", VisitCard.Button.FAIR, 2)
        .button("不满意", VisitCard.Button.DISCONTENT, 3)
        .orSay("您满意吗？可以回复“满意 %1$s”“基本满意 %1$s”，或“不满意 %1$s 原因”。".formatted(file.number()));
  }

  Card answered(CaseMoved moved, VisitAnswer answer) {
    return face("回访 " + moved.file().number(), moved.file())
        .done(
            (moved.isByReporter() ? "您的评价：" : "电话回访：") + answer.chinese(),
            calendars.inForce().said(moved.now()));
  }

  private String told(CaseFile file) {
    return told(file, file.number().text());
  }

  /** How it ended, as whoever reported it under that number reads it. */
  String told(CaseFile file, String number) {
    String category = categories.inForce().byCode(file.category()).name();
    String outcome = outcomes.inForce().byCode(file.outcome().orElseThrow()).name();
    return new closed(
            number,
            category,
            isSpared(file),
            outcome,
            numbers.noteOn(file),
            caseFiles.account(file))
        .render()
        .strip();
  }

  /** Whether the sample passed it over, so that nobody went to verify it. */
  private boolean isSpared(CaseFile file) {
    return caseFiles.history(file).stream()
        .map(HistoryLine::move)
        .filter(Set.of(Pass.TERM, Sample.TERM)::contains)
        .reduce((earlier, later) -> later)
        .filter(Sample.TERM::equals)
        .isPresent();
  }

  private Card face(String title, CaseFile file) {
    return Card.buttons(title).source("结案").opens(address.of(file.number().page()));
  }
}
