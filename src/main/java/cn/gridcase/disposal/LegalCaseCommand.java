package cn.gridcase.disposal;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.LinkLegalCase;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.UnlinkLegalCase;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 案号 编号 案号 (阶段), 去案号 编号 案号 原因: the penalty case that a unit's work led to. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class LegalCaseCommand implements ChatCommand {
  private final CaseFiles caseFiles;
  private final OutsideNumbers numbers;

  @Inject
  LegalCaseCommand(CaseFiles caseFiles, OutsideNumbers numbers) {
    this.caseFiles = caseFiles;
    this.numbers = numbers;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    String[] words = line.rest().split("[\\s，,]+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    return switch (line.verb()) {
      case LinkLegalCase.TERM -> Optional.of(linked(said, line, words[0], rest));
      case UnlinkLegalCase.TERM -> Optional.of(unlinked(said, line, words[0], rest));
      default -> Optional.empty();
    };
  }

  private String linked(Said said, CaseLine line, String code, String leg) {
    caseFiles.change(line.number(), new LinkLegalCase(code, leg), said.speaker(), said.now());
    return "案件%s已记下案号%s%s。上报人看不到案号；本系统结案不等于行政处罚案件办结。写错了请回复：去案号 %s %s 原因"
        .formatted(line.number(), code, leg.isEmpty() ? "" : "（" + leg + "）", line.number(), code);
  }

  private String unlinked(Said said, CaseLine line, String code, String reason) {
    caseFiles.change(
        line.number(),
        file -> new UnlinkLegalCase(code, reason, numbers.isLegalOf(file, code)),
        said.speaker(),
        said.now());
    return "案件" + line.number() + "已去掉案号" + code + "，流转记录里还在。";
  }
}
