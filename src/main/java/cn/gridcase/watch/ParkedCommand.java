package cn.gridcase.watch;

import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 重试搁置: the card's button as a typed line. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class ParkedCommand implements ChatCommand {
  private final ParkedMessages parked;

  @Inject
  ParkedCommand(ParkedMessages parked) {
    this.parked = parked;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return said.text().equals("重试搁置")
        ? Optional.of(Reply.line("已重试" + parked.retry(said.speaker()) + "条搁置的消息。"))
        : Optional.empty();
  }
}
