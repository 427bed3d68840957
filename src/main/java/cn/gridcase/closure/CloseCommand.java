package cn.gridcase.closure;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.Close;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.Recheck;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 结案 编号, 退回核查 编号 原因: the closing card's buttons as typed lines. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class CloseCommand implements ChatCommand {
  private final CaseFiles caseFiles;
  private final OutsideNumbers numbers;

  @Inject
  CloseCommand(CaseFiles caseFiles, OutsideNumbers numbers) {
    this.numbers = numbers;
    this.caseFiles = caseFiles;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    switch (line.verb()) {
      case Close.TERM -> {
        var file = caseFiles.change(line.number(), new Close(), said.speaker(), said.now());
        return Optional.of("案件" + line.number() + "已结案。" + numbers.noteOn(file));
      }
      case Recheck.TERM -> {
        caseFiles.change(line.number(), new Recheck(line.rest()), said.speaker(), said.now());
        return Optional.of("案件" + line.number() + "已退回核查。");
      }
      default -> {
        return Optional.empty();
      }
    }
  }
}
