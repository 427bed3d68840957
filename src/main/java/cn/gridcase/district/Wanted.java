package cn.gridcase.district;

import cn.gridcase.cases.CaseNumber;

/**
 * What somebody wants to do; the words for it may still be to come.
 *
 * @param choice the unit it goes to, or the outcome; empty where nothing is to be chosen
 */
record Wanted(CaseNumber number, Deed deed, String choice) {
  /** What can be done, and what is asked for after a press. */
  enum Deed {
    RAISE("请直接回复一句镇里为什么办不了"),
    RECEIPT("请直接回复区里给的回执号"),
    PROGRESS("请直接回复一句区里办到哪一步"),
    RESULT("请直接回复一句区里怎么处理的"),
    ASSIGNED("请直接回复区里的交办号"),
    DOWN("请直接回复一句区里为什么退给镇里");

    private final String question;

    Deed(String question) {
      this.question = question;
    }

    String question() {
      return question;
    }
  }

  /** As it is remembered in a conversation. */
  String subject() {
    return number + " " + deed.name() + " " + choice;
  }

  static Wanted in(String subject) {
    String[] parts = subject.split(" ", 3);
    return new Wanted(new CaseNumber(parts[0]), Deed.valueOf(parts[1]), parts[2]);
  }
}
