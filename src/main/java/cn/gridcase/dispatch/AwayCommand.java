package cn.gridcase.dispatch;

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

/** After a press, free words are whom a case is sent away to 移送, and their receipt. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class AwayCommand implements ChatCommand {
  private final DispatchDesk desk;
  private final Conversations conversations;

  @Inject
  AwayCommand(DispatchDesk desk, Conversations conversations) {
    this.desk = desk;
    this.conversations = conversations;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return said.expectation().is(DispatchDesk.AWAY)
        ? Optional.of(Reply.line(sent(said, new CaseNumber(said.expectation().subject()))))
        : Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return photo.expectation().is(DispatchDesk.AWAY)
        ? Optional.of(Reply.line("照片没有收下。请先直接回复移送给哪个单位和回执号，再发照片。"))
        : Optional.empty();
  }

  /** What cannot be done is said once, with how to type it, and the next words are a new matter. */
  private String sent(Said said, CaseNumber number) {
    conversations.forget(said.speaker().userid(), number.text(), said.now());
    AwayLine line = AwayLine.in(said.text());
    return desk.refusal(number, line, said.speaker(), said.now())
        .orElseGet(
            () -> {
              desk.sendAway(number, line, said.speaker(), said.now());
              return done(number, line);
            });
  }

  static String done(CaseNumber number, AwayLine line) {
    return "案件%s已移送给%s，回执号%s。上报人会收到。".formatted(number, line.to(), line.receipt());
  }
}
