package cn.gridcase.district;

import cn.gridcase.Refused;
import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.DistrictWord;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.HandDown;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.NoteAssigned;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.RaiseToDistrict;
import cn.gridcase.cases.RecordResult;
import cn.gridcase.chat.Conversations;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;

/** 区级台: handing a case up, and writing down what the district says; said or pressed. */
@ApplicationScoped
class DistrictDesk {
  /** What one is asked for after a press. */
  static final String WORDS = "district words";

  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final ApprovalsFile approvals;
  private final OutcomesFile outcomes;
  private final Foresight foresight;
  private final Conversations conversations;

  @Inject
  DistrictDesk(
      CaseFiles caseFiles,
      RosterFile roster,
      ApprovalsFile approvals,
      OutcomesFile outcomes,
      Foresight foresight,
      Conversations conversations) {
    this.caseFiles = caseFiles;
    this.roster = roster;
    this.approvals = approvals;
    this.outcomes = outcomes;
    this.foresight = foresight;
    this.conversations = conversations;
  }

  /** Does it, and says so. */
  String done(Wanted wanted, String words, Person person, Instant now) {
    Move move = move(wanted, words);
    caseFiles.change(wanted.number(), move, person, now);
    String number = wanted.number().text();
    return switch (wanted.deed()) {
      case RAISE ->
          "案件%1$s已提级到%2$s，镇里照常计时。区里有了回音请记下来：区级回执 %1$s 回执号；区级进展 %1$s 情况；区级结果 %1$s 处置结果 情况；退给镇里：下派 %1$s 原因"
              .formatted(number, unit(wanted.choice()).name());
      case RECEIPT -> "已记下案件" + number + "的区级回执号：" + words + "。";
      case PROGRESS -> "已记下案件" + number + "的区级进展。";
      case RESULT -> "已记下案件" + number + "的区级结果，等待核查。您记的结果要由其他人核查。";
      case ASSIGNED -> "已记下案件" + number + "的区级交办号：" + words + "。";
      case DOWN -> "案件" + number + "已由区里退给镇里，请重新派遣。";
    };
  }

  /** The person's next words are what is still missing; refused where it cannot be done. */
  CaseFile expect(Wanted wanted, Person person, Instant now) {
    foresight.mustBeAllowed(wanted.number(), move(wanted, Foresight.TO_COME), person, now);
    conversations.expect(person.userid(), WORDS, wanted.subject(), now);
    return caseFiles.numbered(wanted.number());
  }

  /** Why this cannot be done; empty if it can. */
  String refusal(Wanted wanted, String words, Person person, Instant now) {
    return foresight.refusal(wanted.number(), move(wanted, words), person, now).orElse("");
  }

  private Move move(Wanted wanted, String words) {
    return switch (wanted.deed()) {
      case RAISE -> new RaiseToDistrict(unit(wanted.choice()), words, approvals.inForce());
      case RECEIPT -> new DistrictWord(DistrictWord.Kind.RECEIPT, words);
      case PROGRESS -> new DistrictWord(DistrictWord.Kind.PROGRESS, words);
      case RESULT -> new RecordResult(outcome(wanted), words);
      case ASSIGNED -> new NoteAssigned(words);
      case DOWN -> new HandDown(words);
    };
  }

  private Unit unit(String nameOrCode) {
    return roster
        .inForce()
        .unitNamed(nameOrCode)
        .orElseThrow(
            () ->
                new Refused(
                    roster.inForce().ofDistrict().isEmpty()
                        ? "花名册里还没有区级单位，请管理员先加上。"
                        : "没有单位“%s”。可以提级到：%s。"
                            .formatted(
                                nameOrCode,
                                roster.inForce().ofDistrict().stream()
                                    .map(Unit::name)
                                    .collect(Collectors.joining("、")))));
  }

  private Outcome outcome(Wanted wanted) {
    return outcomes
        .inForce()
        .named(wanted.choice())
        .orElseThrow(
            () ->
                new Refused(
                    "处置结果里没有“%s”。请回复“区级结果 %s 结果 情况”，结果写下面之一：%s。"
                        .formatted(
                            wanted.choice(),
                            wanted.number(),
                            outcomes.inForce().outcomes().stream()
                                .map(Outcome::name)
                                .collect(Collectors.joining("、")))));
  }
}
