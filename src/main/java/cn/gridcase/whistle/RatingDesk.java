package cn.gridcase.whistle;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.RateUnit;
import cn.gridcase.cases.RateWhistle;
import cn.gridcase.cases.UnitGrade;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleGrade;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/** 双评: the two sides of a whistle say what they think of each other, said or pressed. */
@ApplicationScoped
class RatingDesk {
  private final CaseFiles caseFiles;
  private final RosterFile roster;

  @Inject
  RatingDesk(CaseFiles caseFiles, RosterFile roster) {
    this.caseFiles = caseFiles;
    this.roster = roster;
  }

  /** Whoever blew says how a unit came and worked. */
  void rate(CalledSubject subject, UnitGrade grade, Person blower, Instant now) {
    var move = new RateUnit(subject.round(), roster.inForce().unit(subject.unit()), grade);
    caseFiles.change(subject.number(), move, blower, now);
  }

  /** A unit says whether the whistle should have been blown. */
  void rate(CaseNumber number, int round, WhistleGrade grade, Person member, Instant now) {
    caseFiles.change(number, new RateWhistle(round, grade), member, now);
  }

  /** 该吹 for a unit, 消防站 好 for whoever blew; of the latest whistle. Returns what to answer. */
  String said(CaseNumber number, String rest, Person speaker, Instant now) {
    Optional<WhistleGrade> grade = WhistleGrade.named(rest);
    if (grade.isPresent()) {
      latest(number, round -> new RateWhistle(round, grade.get()), speaker, now);
      return "谢谢，案件" + number + "这次吹哨已评为“" + rest + "”。";
    }
    String[] words = rest.split("[\\s，,：:]+", 2);
    if (words.length < 2) {
      throw unclear(number);
    }
    var unit = roster.inForce().unitNamed(words[0]).orElseThrow(() -> unclear(number));
    UnitGrade theirs = UnitGrade.named(words[1].strip()).orElseThrow(() -> unclear(number));
    latest(number, round -> new RateUnit(round, unit, theirs), speaker, now);
    return "已评价：案件" + number + "，" + unit.name() + "“" + theirs.chinese() + "”。";
  }

  private void latest(CaseNumber number, IntFunction<Move> move, Person speaker, Instant now) {
    caseFiles.change(
        number,
        file -> move.apply(file.assignments().whistles().last().map(Whistle::round).orElse(0)),
        speaker,
        now);
  }

  private static Refused unclear(CaseNumber number) {
    return new Refused("请写明评价。被叫的单位：评哨 %1$s 该吹（可不吹、不该吹）；吹哨的人：评哨 %1$s 单位 好（一般、差）".formatted(number));
  }
}
