package cn.gridcase.whistle;

import cn.gridcase.cases.CaseNumber;

/**
 * What the cards of a whistle are about: a case, which of its whistles, and which unit.
 *
 * @param unit its code
 */
record CalledSubject(CaseNumber number, int round, String unit) {
  static CalledSubject in(String subject) {
    String[] parts = subject.split(" ", 3);
    return new CalledSubject(new CaseNumber(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }

  String text() {
    return number + " " + round + " " + unit;
  }
}
