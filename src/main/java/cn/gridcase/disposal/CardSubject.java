package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.roster.Person;

/** What a unit's cards are about: a case, and whose share or words of it. */
final class CardSubject {
  private CardSubject() {}

  /** Two members of a unit may both write of the same case: each has a card of their own. */
  static String of(CaseNumber number, Person person) {
    return of(number, person.userid());
  }

  /** Of whoever does, or of the unit that shall do, some of the work. */
  static String of(CaseNumber number, String useridOrUnit) {
    return number + " " + useridOrUnit;
  }

  static CaseNumber numberIn(String subject) {
    return CaseNumber.in(subject).orElseThrow();
  }

  /** Code of the unit whose assignment a card is about. */
  static String unitIn(String subject) {
    return subject.substring(subject.indexOf(' ') + 1);
  }
}
