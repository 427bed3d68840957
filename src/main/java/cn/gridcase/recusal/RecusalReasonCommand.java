package cn.gridcase.recusal;

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

/** After 其他，我来写 on the card, free words are why one stands back. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class RecusalReasonCommand implements ChatCommand {
  private final RecusalDesk desk;
  private final Conversations conversations;

  @Inject
  RecusalReasonCommand(RecusalDesk desk, Conversations conversations) {
    this.desk = desk;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (!said.expectation().is(RecusalDesk.REASON)) {
      return Optional.empty();
    }
    String subject = said.expectation().subject();
    // What cannot be done any more is said once, and the next words are a new matter.
    conversations.forget(said.speaker().userid(), subject, said.now());
    return Optional.of(
        Reply.line(
            desk.standBackIfAllowed(
                new CaseNumber(subject), said.text(), said.speaker(), said.now())));
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return photo.expectation().is(RecusalDesk.REASON)
        ? Optional.of(Reply.line("照片没有收下。请先直接回复一句回避的原因。"))
        : Optional.empty();
  }
}
