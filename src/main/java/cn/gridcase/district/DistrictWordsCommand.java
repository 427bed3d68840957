package cn.gridcase.district;

import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** After a card's press, free words are why a case is handed up, or what the district says. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class DistrictWordsCommand implements ChatCommand {
  private final DistrictDesk desk;
  private final Conversations conversations;

  @Inject
  DistrictWordsCommand(DistrictDesk desk, Conversations conversations) {
    this.desk = desk;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return said.expectation().is(DistrictDesk.WORDS)
        ? Optional.of(Reply.line(done(said, Wanted.in(said.expectation().subject()))))
        : Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return photo.expectation().is(DistrictDesk.WORDS)
        ? Optional.of(Reply.line("照片没有收下。请先直接回复文字，再发照片。"))
        : Optional.empty();
  }

  /** What cannot be done any more is said once, and the next words are a new matter. */
  private String done(Said said, Wanted wanted) {
    conversations.forget(said.speaker().userid(), wanted.subject(), said.now());
    String refusal = desk.refusal(wanted, said.text(), said.speaker(), said.now());
    return refusal.isEmpty() ? desk.done(wanted, said.text(), said.speaker(), said.now()) : refusal;
  }
}
