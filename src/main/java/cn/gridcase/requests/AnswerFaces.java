package cn.gridcase.requests;

import cn.gridcase.cases.Actors.Question;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.Card;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** How an answer looks to a reporter whom several cases ask. */
@ApplicationScoped
class AnswerFaces {
  /** A card has six lines. */
  private static final int MOST = 6;

  /**
   * Those that have waited longest come first; the rest have their turn once these are answered.
   */
  Card choosing(List<Question> questions, String words, int photos) {
    List<Question> shown = questions.subList(0, Math.min(MOST, questions.size()));
    String answer = words.isEmpty() ? "（" + photos + "张照片）" : words;
    Card card =
        Card.buttons("您刚才发的，是补充哪一件？")
            .source("补充")
            .desc("有" + questions.size() + "件案件等您补充")
            .subtitle("您的补充：" + answer);
    var options = new ArrayList<Card.Option>();
    for (Question question : shown) {
      String which = "第" + (options.size() + 1) + "件";
      card = card.row(which, question.words());
      options.add(new Card.Option(question.number().text(), which + " " + question.number()));
    }
    return card.dropdown(AnswerCard.CASE, "补充哪一件", options, options.get(0).id())
        .button("补充这一件", AnswerCard.Button.GIVE)
        .button("不是补充", AnswerCard.Button.DROP, 4)
        .orSay("回复“补充 编号”，例如：补充 " + shown.get(0).number() + "。");
  }

  Card outgrown() {
    return over("内容有补充", "请看下面的新卡片");
  }

  Card given(CaseNumber number, String words) {
    return over("已补充 " + number, "已转给处置单位").subtitle(words);
  }

  Card dropped() {
    return over("没有作为补充", "要上报请以“上报”开头再发一次");
  }

  private static Card over(String title, String deed) {
    return Card.buttons(title).source("补充").done(deed);
  }
}
