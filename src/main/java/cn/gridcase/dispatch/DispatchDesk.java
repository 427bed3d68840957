package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.AddCoUnit;
import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Decline;
import cn.gridcase.cases.Designate;
import cn.gridcase.cases.DispatchTo;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.SendAway;
import cn.gridcase.chat.Conversations;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 派遣台: what a dispatcher does, said or pressed. */
@ApplicationScoped
class DispatchDesk {
  /** What one is asked for who says that a case is for others: where it goes. */
  static final String AWAY = "sent away to";

  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final ApprovalsFile approvals;
  private final DispatchFile rules;
  private final CategoriesFile categories;
  private final Foresight foresight;
  private final Conversations conversations;

  @Inject
  DispatchDesk(
      CaseFiles caseFiles,
      RosterFile roster,
      ApprovalsFile approvals,
      DispatchFile rules,
      CategoriesFile categories,
      Foresight foresight,
      Conversations conversations) {
    this.foresight = foresight;
    this.conversations = conversations;
    this.approvals = approvals;
    this.caseFiles = caseFiles;
    this.roster = roster;
    this.rules = rules;
    this.categories = categories;
  }

  /** 单部门, or 多部门联动 where others help. */
  CaseFile dispatch(CaseNumber number, Chosen chosen, Person dispatcher, Instant now) {
    return caseFiles.change(number, to(chosen), dispatcher, now);
  }

  /** 指定主办: final. */
  CaseFile designate(CaseNumber number, Unit unit, Person leader, Instant now) {
    return caseFiles.change(
        number,
        new Designate(unit, approvals.inForce(), rules.inForce().community(), categories.inForce()),
        leader,
        now);
  }

  /** 增派: one more unit helps. */
  CaseFile add(CaseNumber number, Unit unit, Person dispatcher, Instant now) {
    return caseFiles.change(
        number,
        new AddCoUnit(unit, rules.inForce().community(), categories.inForce()),
        dispatcher,
        now);
  }

  /** 社区自行处理: the community in whose grid it was found; once it handed it up, with a reason. */
  CaseFile toCommunity(CaseNumber number, String reason, Person dispatcher, Instant now) {
    return caseFiles.change(
        number, file -> to(new Chosen(community(file), List.of(), reason)), dispatcher, now);
  }

  /** The unit with this code, as it was chosen on a card or a page. */
  Unit unit(String code) {
    return roster
        .inForce()
        .unitNamed(code)
        .orElseThrow(() -> new Refused("这个单位已经不在花名册里，请用文字派遣，例如：派遣 案件编号 给 单位名称。"));
  }

  private DispatchTo to(Chosen chosen) {
    return new DispatchTo(
        chosen.unit(),
        chosen.coUnits(),
        chosen.reason(),
        rules.inForce().community(),
        categories.inForce());
  }

  private Unit community(CaseFile file) {
    return file.community()
        .flatMap(roster.inForce()::unitNamed)
        .orElseThrow(() -> new Refused("案件" + file.number() + "没有所属社区，请派遣给一个单位。"));
  }

  CaseFile decline(CaseNumber number, String reason, Person dispatcher, Instant now) {
    DispatchRules its = rules.inForce();
    return caseFiles.change(
        number, new Decline(reason, its.declineReasons(), its.foreign()), dispatcher, now);
  }

  /** Whether this reason says that the case is for others than the town. */
  boolean isForeign(String reason) {
    return rules.inForce().foreign().filter(reason::equals).isPresent();
  }

  /** 移送: others have it now. */
  CaseFile sendAway(CaseNumber number, AwayLine line, Person dispatcher, Instant now) {
    return caseFiles.change(
        number, new SendAway(line.to(), line.receipt(), line.reason()), dispatcher, now);
  }

  /** Their next words are where to, and the receipt; refused where that cannot be. */
  CaseFile expectAway(CaseNumber number, Person dispatcher, Instant now) {
    var move = new SendAway(Foresight.TO_COME, Foresight.TO_COME, "");
    foresight.mustBeAllowed(number, move, dispatcher, now);
    conversations.expect(dispatcher.userid(), AWAY, number.text(), now);
    return caseFiles.numbered(number);
  }

  /** Why it cannot be sent away like this; empty if it can. */
  Optional<String> refusal(CaseNumber number, AwayLine line, Person dispatcher, Instant now) {
    return foresight.refusal(
        number, new SendAway(line.to(), line.receipt(), line.reason()), dispatcher, now);
  }
}
