package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.Urge;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 催办 编号 话: presses whoever owes the next step. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class UrgeCommand implements ChatCommand {
  private final CaseFiles caseFiles;
  private final CalendarFile calendars;

  @Inject
  UrgeCommand(CaseFiles caseFiles, CalendarFile calendars) {
    this.caseFiles = caseFiles;
    this.calendars = calendars;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .filter(line -> line.verb().equals("催办"))
        .map(line -> urge(said, line))
        .map(Reply::line);
  }

  private String urge(Said said, CaseLine line) {
    caseFiles.change(
        line.number(),
        file -> new Urge(line.rest(), caseFiles.history(file), calendars.inForce()),
        said.speaker(),
        said.now());
    return "已催办案件" + line.number() + "。";
  }
}
