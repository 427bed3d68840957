package cn.gridcase.intake;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 立案 编号: the registration card's button as a typed line. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class RegistrationCommand implements ChatCommand {
  private final CaseFiles caseFiles;

  @Inject
  RegistrationCommand(CaseFiles caseFiles) {
    this.caseFiles = caseFiles;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .filter(line -> line.verb().equals("立案"))
        .map(
            line -> {
              caseFiles.register(line.number(), said.speaker(), said.now());
              return Reply.line("案件" + line.number() + "已立案，请派遣。");
            });
  }
}
