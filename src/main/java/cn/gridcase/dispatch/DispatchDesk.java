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
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** 派遣台: what a dispatcher does, said or pressed. */
@ApplicationScoped
class DispatchDesk {
  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final ApprovalsFile approvals;
  private final DispatchFile rules;
  private final CategoriesFile categories;

  @Inject
  DispatchDesk(
      CaseFiles caseFiles,
      RosterFile roster,
      ApprovalsFile approvals,
      DispatchFile rules,
      CategoriesFile categories) {
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
    return caseFiles.change(number, new Designate(unit, approvals.inForce()), leader, now);
  }

  /** 增派: one more unit helps. */
  CaseFile add(CaseNumber number, Unit unit, Person dispatcher, Instant now) {
    return caseFiles.change(
        number,
        new AddCoUnit(unit, rules.inForce().community(), categories.inForce()),
        dispatcher,
        now);
  }

  /** 社区自行处理: the community in whose grid it was found. */
  CaseFile toCommunity(CaseNumber number, Person dispatcher, Instant now) {
    return caseFiles.change(number, file -> to(Chosen.alone(community(file))), dispatcher, now);
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
    return caseFiles.change(number, new Decline(reason), dispatcher, now);
  }
}
