package cn.gridcase.closure;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.VisitAnswer;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 满意 编号, 不满意 编号 原因: the reporter's word; 回访 编号 未接通: what a call to them came to. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class VisitCommand implements ChatCommand {
  private final VisitDesk desk;

  @Inject
  VisitCommand(VisitDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    return switch (line.verb()) {
      case "满意", "基本满意", "不满意" ->
          VisitAnswer.named(line.verb()).map(answer -> thanks(said, line, answer, line.rest()));
      case "回访" -> Optional.of(rung(said, line));
      default -> Optional.empty();
    };
  }

  private String thanks(Said said, CaseLine line, VisitAnswer answer, String words) {
    CaseFile file = desk.answer(line.number(), answer, words, said.speaker(), said.now());
    return "谢谢，案件%s已记为“%s”%s。".formatted(line.number(), answer.chinese(), next(file, answer));
  }

  private String rung(Said said, CaseLine line) {
    String[] parts = line.rest().split("[\\s，,：:]+", 2);
    VisitAnswer answer =
        VisitAnswer.named(parts[0])
            .orElseThrow(
                () -> new Refused("请写明回访结果：满意、基本满意、不满意、未评价或未接通，例如：回访 " + line.number() + " 未接通"));
    String words = parts.length > 1 ? parts[1] : "";
    CaseFile file = desk.answer(line.number(), answer, words, said.speaker(), said.now());
    return "案件%s回访已记为“%s”%s。".formatted(line.number(), answer.chinese(), next(file, answer));
  }

  private static String next(CaseFile file, VisitAnswer answer) {
    if (!file.stage().isEnd()) {
      return "，已重新办理，现在" + file.stage().chinese() + "，办好再告诉上报人";
    }
    return answer == VisitAnswer.DISCONTENT ? "，已告诉值班长和分管领导" : "";
  }
}
