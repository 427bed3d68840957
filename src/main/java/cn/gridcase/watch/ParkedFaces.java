package cn.gridcase.watch;

import cn.gridcase.chat.Card;
import cn.gridcase.chat.Inbox;
import cn.gridcase.outbox.Parked;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** How parked messages look to an administrator: how many, whose, and why; never what they say. */
@ApplicationScoped
class ParkedFaces {
  private final CalendarFile calendars;
  private final RosterFile roster;

  @Inject
  ParkedFaces(CalendarFile calendars, RosterFile roster) {
    this.calendars = calendars;
    this.roster = roster;
  }

  Card asking(ParkedMessages.Found found) {
    Card card =
        face("有消息搁置")
            .desc("没有成功，也没有丢失，可以重试")
            .row("没办成的", found.heard().size() + "条（别人发来的）")
            .row("没送达的", found.promised().size() + "条（发给别人的）");
    for (Inbox.Parked last : last(found.heard())) {
      card = card.row("最近没办", said(last.receivedAt()) + " " + name(last.sender()));
    }
    for (Parked last : last(found.promised())) {
      card =
          card.row("最近没送", said(last.since()) + " " + name(last.recipient()))
              .quote("没送达的原因", last.reason());
    }
    return card.button("全部重试", ParkedCard.Button.RETRY)
        .button("知道了", ParkedCard.Button.LEAVE, 2)
        .orSay("回复“重试搁置”再办一次、再送一次。");
  }

  Card settled(String deed, Instant now) {
    return face("搁置的消息").done(deed, said(now));
  }

  Card outgrown() {
    return face("搁置的消息有变化").done("请看下面的新卡片");
  }

  private static Card face(String title) {
    return Card.buttons(title).source("系统");
  }

  private static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - 1), all.size());
  }

  private String said(Instant at) {
    return calendars.inForce().said(at);
  }

  private String name(String userid) {
    return roster.inForce().person(userid).map(Person::name).orElse(userid);
  }
}
