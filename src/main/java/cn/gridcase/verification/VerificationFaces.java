package cn.gridcase.verification;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseClock;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.CountdownKind;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.Pass;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How a result looks to those who verify it. */
@ApplicationScoped
class VerificationFaces {
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final RosterFile roster;
  private final VerificationFile rules;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;
  private final PublicUrl address;
  private final ResultProof proof;
  private final OutsideNumbers numbers;

  @Inject
  VerificationFaces(
      CaseFiles caseFiles,
      CategoriesFile categories,
      RosterFile roster,
      VerificationFile rules,
      OutcomesFile outcomes,
      CalendarFile calendars,
      PublicUrl address,
      ResultProof proof,
      OutsideNumbers numbers) {
    this.numbers = numbers;
    this.proof = proof;
    this.address = address;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.roster = roster;
    this.rules = rules;
    this.outcomes = outcomes;
    this.calendars = calendars;
  }

  Card asking(CaseFile file) {
    List<Card.Option> reasons =
        rules.inForce().failReasons().stream()
            .map(reason -> new Card.Option(reason, reason))
            .toList();
    String recheck = caseFiles.recheckReason(file);
    Card card = proof.on(face("待核查 " + file.number(), file), file);
    return (recheck.isEmpty() ? card : card.row("退回核查", recheck))
        .dropdown(VerificationCard.REASON, "不通过原因", reasons, reasons.get(0).id())
        .button("通过", VerificationCard.Button.PASS)
        .button("不通过", VerificationCard.Button.FAIL, 3)
        .button("拍照核查", VerificationCard.Button.PHOTO, 2)
        .button("本人回避", VerificationCard.Button.RECUSE, 4)
        .orSay("回复“通过 %1$s”，或“不通过 %1$s 原因”；要先拍照，回复“拍照核查 %1$s”。".formatted(file.number()));
  }

  /** For whoever has said that they will show what they find. */
  Card awaitingPhotos(CaseFile file) {
    return asking(file).desc("请直接发现场照片，再按“通过”或“不通过”");
  }

  Card settled(CaseMoved moved) {
    String title = settledAs(moved, "核查通过", "核查不通过");
    String deed = "已由" + moved.actorName() + settledAs(moved, "核查通过", "退回返工");
    return face(title + " " + moved.file().number(), moved.file(), leg(moved))
        .done(deed, calendars.inForce().said(moved.now()));
  }

  private static String settledAs(CaseMoved moved, String passed, String failed) {
    if (moved.arrivedAt(Stage.VOIDED)) {
      return Stage.VOIDED.chinese();
    }
    return moved.move() instanceof Pass ? passed : failed;
  }

  /** 阶段: the one that was verified; after a pass the case is in the next. */
  private static Optional<String> leg(CaseMoved moved) {
    CaseClock clock = moved.file().clock();
    List<Countdown> legs =
        clock.countdowns().stream().filter(each -> each.kind() == CountdownKind.LEG).toList();
    return moved.move() instanceof Pass && legs.size() > 1
        ? legs.stream()
            .filter(each -> each.met().isPresent())
            .map(Countdown::name)
            .reduce((first, last) -> last)
        : clock.legName();
  }

  private Card face(String title, CaseFile file) {
    return face(title, file, file.clock().legName());
  }

  private Card face(String title, CaseFile file, Optional<String> its) {
    String unit = file.assignment().map(Assignment::unit).orElseThrow();
    Card card =
        Card.buttons(title)
            .source("核查")
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name())
            .row("处置单位", roster.inForce().nameOf(unit));
    Card legged = its.map(leg -> card.row("阶段", leg)).orElse(card);
    return file.outcome()
        .map(code -> legged.row("处置结果", outcomes.inForce().byCode(code).name()))
        .orElse(legged)
        .quote("上报情况", caseFiles.report(file))
        .subtitle(numbers.legalLine(file) + "处理情况：" + caseFiles.account(file));
  }
}
