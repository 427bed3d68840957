package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Merging;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 并案 编号 到 编号, 拆分 编号. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class MergeCommand implements ChatCommand {
  private final Merging merging;

  @Inject
  MergeCommand(Merging merging) {
    this.merging = merging;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    return switch (line.verb()) {
      case "并案" -> Optional.of(merged(said, line));
      case "拆分" -> {
        merging.detach(line.number(), said.speaker(), said.now());
        yield Optional.of("案件" + line.number() + "已拆分，回到原来的环节。");
      }
      default -> Optional.empty();
    };
  }

  private String merged(Said said, CaseLine line) {
    CaseNumber into =
        CaseNumber.in(line.rest())
            .orElseThrow(() -> new Refused("请写明并到哪个案件，例如：并案 " + line.number() + " 到 20261123-003"));
    merging.merge(line.number(), into, said.speaker(), said.now());
    return "案件%s已并入案件%s，上报人会收到办理结果。要撤回请回复：拆分 %s".formatted(line.number(), into, line.number());
  }
}
