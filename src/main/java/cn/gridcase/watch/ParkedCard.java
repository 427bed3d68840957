package cn.gridcase.watch;

import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.SentCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 有消息搁置: 全部重试, 知道了. */
@ApplicationScoped
class ParkedCard implements CardAction<ParkedCard.Button> {
  static final String CARD = "parked";

  enum Button {
    RETRY,
    LEAVE
  }

  private final ParkedMessages parked;
  private final ParkedFaces faces;
  private final SentCards sent;

  @Inject
  ParkedCard(ParkedMessages parked, ParkedFaces faces, SentCards sent) {
    this.parked = parked;
    this.faces = faces;
    this.sent = sent;
  }

  @Override
  public String card() {
    return CARD;
  }

  @Override
  public Class<Button> buttons() {
    return Button.class;
  }

  @Override
  public Reply press(Button button, Press press) {
    String who = press.presser().name();
    String deed =
        switch (button) {
          case RETRY -> "已由" + who + "重试" + parked.retry(press.presser()) + "条";
          case LEAVE -> who + "已知道";
        };
    sent.repaint(CARD, press.subject(), faces.settled(deed, press.now()));
    return Reply.nothing();
  }
}
