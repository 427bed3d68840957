package cn.gridcase.disposal;

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

/** After 上交 was pressed, free words are why it is beyond the community. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class HandUpCommand implements ChatCommand {
  private final HandingUp handingUp;
  private final Conversations conversations;

  @Inject
  HandUpCommand(HandingUp handingUp, Conversations conversations) {
    this.handingUp = handingUp;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return said.expectation().is(HandingUp.REASON)
        ? Optional.of(Reply.line(done(said, new CaseNumber(said.expectation().subject()))))
        : Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return photo.expectation().is(HandingUp.REASON)
        ? Optional.of(Reply.line("照片没有收下。请先直接回复一句原因，再发照片。"))
        : Optional.empty();
  }

  /** What cannot be done any more is said once, and the next words are a new matter. */
  private String done(Said said, CaseNumber number) {
    conversations.forget(said.speaker().userid(), number.text(), said.now());
    return handingUp
        .refusal(number, said.text(), said.speaker(), said.now())
        .orElseGet(() -> handingUp.handUp(number, said.text(), said.speaker(), said.now()));
  }
}
