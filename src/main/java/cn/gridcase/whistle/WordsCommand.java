package cn.gridcase.whistle;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** After a card's press, free words are why one blows a whistle, or what came of it. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class WordsCommand implements ChatCommand {
  private final WhistleDesk desk;
  private final Endings endings;
  private final Conversations conversations;

  @Inject
  WordsCommand(WhistleDesk desk, Endings endings, Conversations conversations) {
    this.desk = desk;
    this.endings = endings;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (said.expectation().is(WhistleDesk.REASON)) {
      return Optional.of(Reply.line(blown(said)));
    }
    if (said.expectation().is(Endings.SUMMARY)) {
      return Optional.of(Reply.line(ended(said)));
    }
    return Optional.empty();
  }

  /** What cannot be done any more is said once, and the next words are a new matter. */
  private String blown(Said said) {
    forget(said);
    WhistleWish wish = desk.remembered(said.expectation().subject(), said.text());
    return desk.refusal(wish, said.speaker(), said.now())
        .orElseGet(() -> desk.blow(wish, said.speaker(), said.now()));
  }

  private String ended(Said said) {
    forget(said);
    var number = new CaseNumber(said.expectation().subject());
    return endings
        .refusal(number, said.text(), said.speaker(), said.now())
        .orElseGet(() -> endings.end(number, said.text(), said.speaker(), said.now()));
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    boolean isAsked =
        photo.expectation().is(WhistleDesk.REASON) || photo.expectation().is(Endings.SUMMARY);
    return isAsked ? Optional.of(Reply.line("照片没有收下。请先直接回复一句话，再发照片。")) : Optional.empty();
  }

  private void forget(Said said) {
    conversations.forget(said.speaker().userid(), said.expectation().subject(), said.now());
  }
}
