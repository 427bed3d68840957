package cn.gridcase.lookup;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.OutsideNumber;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 外部编号 on the page of a case, as far as its reader may know them. */
@ApplicationScoped
class NumberLines {
  private final OutsideNumbers numbers;
  private final RosterFile roster;

  @Inject
  NumberLines(OutsideNumbers numbers, RosterFile roster) {
    this.numbers = numbers;
    this.roster = roster;
  }

  /** Whoever reported learns where it went, but never the number of a penalty case. */
  List<CaseSheet.Fact> of(CaseFile file, Person reader) {
    return numbers.of(file).stream()
        .filter(one -> one.kind() == OutsideNumber.Kind.SENT_AWAY || isOfTown(file, reader))
        .map(this::line)
        .toList();
  }

  /** Whether they see it for their work, and not because they reported it. */
  static boolean isOfTown(CaseFile file, Person reader) {
    return CaseSight.seesAll(reader) || CaseSight.isWithTheirUnit(file, reader);
  }

  private CaseSheet.Fact line(OutsideNumber one) {
    return switch (one.kind()) {
      case LEGAL -> new CaseSheet.Fact("案号", one.said());
      case ASSIGNED -> new CaseSheet.Fact("区级交办", one.number());
      case DISTRICT ->
          new CaseSheet.Fact(
              "区级回执", one.number() + "（" + roster.inForce().nameOf(one.holder()) + "）");
      case SENT_AWAY -> new CaseSheet.Fact("移送回执", one.number() + "（" + one.holder() + "）");
    };
  }
}
