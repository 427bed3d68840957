package cn.gridcase.recusal;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.Recuse;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.WithheldCards;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Whoever stood back can press nothing any more; of whom others named, the cards fall silent. */
@ApplicationScoped
class RecusalNotice {
  private final Recusals recusals;
  private final WithheldCards cards;
  private final Conversations conversations;
  private final CalendarFile calendars;
  private final Actors actors;
  private final Outbox outbox;

  @Inject
  RecusalNotice(
      Recusals recusals,
      WithheldCards cards,
      Conversations conversations,
      CalendarFile calendars,
      Actors actors,
      Outbox outbox) {
    this.actors = actors;
    this.outbox = outbox;
    this.recusals = recusals;
    this.cards = cards;
    this.conversations = conversations;
    this.calendars = calendars;
  }

  void on(@Observes @Priority(5) CaseMoved moved) {
    if (moved.move() instanceof Recuse recused) {
      recusals.add(moved.file(), recused.party());
      // What they were about to say of it would be refused, again and again.
      conversations.forgetAll(recused.party().userid(), moved.file().number().text(), moved.now());
      if (!actors.isReporter(moved.file(), recused.party())) {
        // What a reporter is owed is owed to them all the same.
        outbox.withdraw(recused.party().userid(), moved.file().number().text());
      }
      boolean isOwn = recused.party().equals(moved.actor().person());
      Card over =
          Card.buttons("案件" + moved.file().number())
              .done(isOwn ? "您已回避" : "已不需您办理", calendars.inForce().said(moved.now()));
      cards.from(recused.party().userid(), moved.file().number().text(), over);
    }
  }
}
