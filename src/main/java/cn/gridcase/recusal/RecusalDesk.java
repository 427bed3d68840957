package cn.gridcase.recusal;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.RecusalWanted;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Recuse;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** 回避: standing back from a case; said or pressed, it is the same. */
@ApplicationScoped
class RecusalDesk {
  /** What a person is asked for who wants to say themselves why. */
  static final String REASON = "recusal reason";

  private static final int RED = 3;
  private static final int OUTLINED = 2;

  private final CaseFiles caseFiles;
  private final Recusals recusals;
  private final Foresight foresight;
  private final ApprovalsFile rules;
  private final Conversations conversations;
  private final SentCards sent;

  @Inject
  RecusalDesk(
      CaseFiles caseFiles,
      Recusals recusals,
      Foresight foresight,
      ApprovalsFile rules,
      Conversations conversations,
      SentCards sent) {
    this.caseFiles = caseFiles;
    this.recusals = recusals;
    this.foresight = foresight;
    this.rules = rules;
    this.conversations = conversations;
    this.sent = sent;
  }

  /** Sends the card on which one says why; a second press replaces the first card. */
  void offer(@Observes RecusalWanted wanted) {
    CaseNumber number = wanted.number();
    if (recusals.isWithheld(number, wanted.person().userid())) {
      throw CaseFiles.notFound(number);
    }
    String subject = subject(number, wanted.person());
    sent.replace(RecusalCard.CARD, subject, over(number, "请看下面的新卡片"));
    sent.send(wanted.person().userid(), RecusalCard.CARD, subject, asking(number), wanted.now());
  }

  void standBack(CaseNumber number, String reason, Person person, Instant now) {
    caseFiles.change(number, new Recuse(person, reason), person, now);
  }

  /** Stands back, or says why that cannot be done any more. */
  String standBackIfAllowed(CaseNumber number, String reason, Person person, Instant now) {
    return foresight
        .refusal(number, new Recuse(person, reason), person, now)
        .orElseGet(
            () -> {
              standBack(number, reason, person, now);
              return stoodBack(number);
            });
  }

  /** Their next words are why. */
  Card write(CaseNumber number, Person person, Instant now) {
    conversations.expect(person.userid(), REASON, number.text(), now);
    return asking(number).desc("请直接回复一句原因，回复以后就回避");
  }

  void stay(CaseNumber number, Person person, Instant now) {
    conversations.forget(person.userid(), number.text(), now);
    sent.repaint(RecusalCard.CARD, subject(number, person), over(number, "没有回避，照常办理"));
  }

  static String stoodBack(CaseNumber number) {
    return "您已回避案件" + number + "，以后不再收到它的消息，也不能再查看、办理。";
  }

  /** Each has a card of their own. */
  static String subject(CaseNumber number, Person person) {
    return number + " " + person.userid();
  }

  private static Card over(CaseNumber number, String deed) {
    return Card.buttons("本人回避 " + number).source("回避").done(deed);
  }

  private Card asking(CaseNumber number) {
    List<Card.Option> reasons =
        Stream.concat(
                rules.inForce().offered().recuse().stream()
                    .map(reason -> new Card.Option(reason, reason)),
                Stream.of(new Card.Option(RecusalCard.OTHER, "其他，我来写")))
            .toList();
    return Card.buttons("本人回避 " + number)
        .source("回避")
        .subtitle("回避以后，这件案件不再发给您，您也不能再查看、办理它，不能撤回。")
        .dropdown(RecusalCard.REASON, "原因", reasons, reasons.get(0).id())
        .button("确认回避", RecusalCard.Button.RECUSE, RED)
        .button("不回避", RecusalCard.Button.STAY, OUTLINED)
        .orSay("要回避的，回复“回避 " + number + " 原因”；不回避的不用回复。");
  }
}
