package cn.gridcase.lookup;

import cn.gridcase.cases.CaseLine;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A deed nobody knows, such as 抹掉 20261123-007: it is no report of a new risk either. */
@ApplicationScoped
@Priority(ChatCommand.FREE + 1)
class UnknownDeedCommand implements ChatCommand {
  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .filter(CaseLine::isDeed)
        .map(
            line ->
                Reply.line(
                    "案件%s不能用“%s”办理，这一句没有生效。回复“帮助”看可以怎样办；要上报新的情况，请以“上报”开头。"
                        .formatted(line.number(), line.verb())));
  }
}
