package cn.gridcase.requests;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.AskReporter;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.Resume;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 请补充 编号 问题, 补充 编号 回答, 恢复 编号: what stops a clock for a while and lets it go on. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class PauseCommand implements ChatCommand {
  private final CaseFiles caseFiles;
  private final ApprovalsFile approvals;
  private final CalendarFile calendars;
  private final Answers answers;

  @Inject
  PauseCommand(
      CaseFiles caseFiles, ApprovalsFile approvals, CalendarFile calendars, Answers answers) {
    this.answers = answers;
    this.caseFiles = caseFiles;
    this.approvals = approvals;
    this.calendars = calendars;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    switch (line.verb()) {
      case "请补充" -> {
        var ask =
            new AskReporter(line.rest(), approvals.inForce().supplement(), calendars.inForce());
        caseFiles.change(line.number(), ask, said.speaker(), said.now());
        return Optional.of("已请案件" + line.number() + "的上报人补充，等待期间停止计时。");
      }
      case "补充" -> {
        answers.give(line.number(), said.speaker(), line.rest(), said.now());
        return Optional.of("谢谢，您的补充已转给案件" + line.number() + "的处置单位。");
      }
      case "恢复" -> {
        caseFiles.change(line.number(), new Resume(), said.speaker(), said.now());
        return Optional.of("案件" + line.number() + "已恢复计时。");
      }
      default -> {
        return Optional.empty();
      }
    }
  }
}
