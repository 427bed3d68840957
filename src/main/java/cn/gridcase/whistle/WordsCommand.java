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
    String subject = said.expectation().subject();
    if (said.expectation().is(WhistleDesk.REASON)) {
      forget(said);
      var wish = WhistleWish.remembered(subject, said.text(), desk::unit);
      return Optional.of(Reply.line(desk.blow(wish, said.speaker(), said.now())));
    }
    if (said.expectation().is(Endings.SUMMARY)) {
      forget(said);
      return Optional.of(
          Reply.line(
              endings.end(new CaseNumber(subject), said.text(), said.speaker(), said.now())));
    }
    return Optional.empty();
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
