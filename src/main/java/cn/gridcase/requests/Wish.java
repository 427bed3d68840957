package cn.gridcase.requests;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.time.TimeLimit;

/** What somebody has chosen to ask for; the reason is still to come. */
record Wish(CaseNumber number, RequestKind kind, TimeLimit limit) {
  /** As it is remembered in a conversation. */
  String subject() {
    return number + " " + kind.name() + " " + limit.said();
  }

  static Wish in(String subject) {
    String[] parts = subject.split(" ", 3);
    return new Wish(
        new CaseNumber(parts[0]), RequestKind.valueOf(parts[1]), TimeLimit.parse(parts[2]));
  }

  String said() {
    return kind.chinese() + limit.said();
  }
}
