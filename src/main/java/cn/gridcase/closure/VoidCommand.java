package cn.gridcase.closure;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.ClosureFile;
import cn.gridcase.cases.VoidCase;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 作废 编号 原因. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class VoidCommand implements ChatCommand {
  private final CaseFiles caseFiles;
  private final ClosureFile rules;

  @Inject
  VoidCommand(CaseFiles caseFiles, ClosureFile rules) {
    this.rules = rules;
    this.caseFiles = caseFiles;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .filter(line -> line.verb().equals("作废"))
        .map(line -> Reply.line(voided(said, line)));
  }

  private String voided(Said said, CaseLine line) {
    caseFiles.change(
        line.number(),
        new VoidCase(line.rest(), rules.inForce().voids()),
        said.speaker(),
        said.now());
    return "案件" + line.number() + "已作废，原因：" + line.rest() + "。上报人和处置单位会收到通知。";
  }
}
