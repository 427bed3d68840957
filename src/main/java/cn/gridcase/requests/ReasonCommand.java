package cn.gridcase.requests;

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

/** After a card's press, free words are why one asks for something, or does not agree to it. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class ReasonCommand implements ChatCommand {
  private final Asking asking;
  private final RequestDesk desk;
  private final Conversations conversations;

  @Inject
  ReasonCommand(Asking asking, RequestDesk desk, Conversations conversations) {
    this.asking = asking;
    this.desk = desk;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (said.expectation().is(Asking.REASON)) {
      return Optional.of(Reply.line(asked(said, Wish.in(said.expectation().subject()))));
    }
    if (said.expectation().is(RequestDesk.REASON)) {
      return Optional.of(Reply.line(turnedDown(said)));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return photo.expectation().is(Asking.REASON) || photo.expectation().is(RequestDesk.REASON)
        ? Optional.of(Reply.line("照片没有收下。请先直接回复一句原因，再发照片。"))
        : Optional.empty();
  }

  /** What cannot be done any more is said once, and the next words are a new matter. */
  private String asked(Said said, Wish wish) {
    forget(said);
    return asking
        .refusal(wish, said.speaker(), said.now())
        .orElseGet(() -> asking.ask(wish, said.text(), said.speaker(), said.now()));
  }

  private String turnedDown(Said said) {
    forget(said);
    return desk.turnDownIfAsked(
        new CaseNumber(said.expectation().subject()), said.text(), said.speaker(), said.now());
  }

  private void forget(Said said) {
    conversations.forget(said.speaker().userid(), said.expectation().subject(), said.now());
  }
}
