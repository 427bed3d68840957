package cn.gridcase.requests;

import cn.gridcase.Refused;
import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.time.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 申请什么: how long is chosen, then 延期, 挂账 or 法定程序; the reason is one's next words. */
@ApplicationScoped
class AskingCard implements CardAction<RequestKind> {
  static final String CARD = "asking";
  static final String LIMIT = "limit";

  private final Asking asking;
  private final ApprovalsFile rules;

  @Inject
  AskingCard(Asking asking, ApprovalsFile rules) {
    this.asking = asking;
    this.rules = rules;
  }

  @Override
  public String card() {
    return CARD;
  }

  @Override
  public Class<RequestKind> buttons() {
    return RequestKind.class;
  }

  @Override
  public Reply press(RequestKind kind, Press press) {
    var wish = new Wish(new CaseNumber(press.subject()), kind, limit(press.chosenFor(LIMIT)));
    return Reply.repaint(asking.chosen(wish, press.presser(), press.now()));
  }

  private TimeLimit limit(String chosen) {
    return rules.inForce().limits().stream()
        .filter(each -> each.said().equals(chosen))
        .findFirst()
        .orElseThrow(() -> new Refused("这个时间已经不能选了，没有申请。请在任务卡片上再按一次“申请延期或挂账”。"));
  }
}
