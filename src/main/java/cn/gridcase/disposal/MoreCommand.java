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

/** After 其他，我来写 on the card 更多, free words are why. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class MoreCommand implements ChatCommand {
  private final More more;
  private final Conversations conversations;

  @Inject
  MoreCommand(More more, Conversations conversations) {
    this.more = more;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (!said.expectation().is(More.REASON)) {
      return Optional.empty();
    }
    String subject = said.expectation().subject();
    String[] parts = subject.split(" ", 2);
    // What cannot be done any more is said once, and the next words are a new matter.
    conversations.forget(said.speaker().userid(), subject, said.now());
    return Optional.of(
        Reply.line(
            more.makeIfAllowed(
                new CaseNumber(parts[0]),
                Wanted.in(parts[1]),
                said.text(),
                said.speaker(),
                said.now())));
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return photo.expectation().is(More.REASON)
        ? Optional.of(Reply.line("照片没有收下。请先直接回复一句原因，再发照片。"))
        : Optional.empty();
  }
}
