package cn.gridcase.verification;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.OutsideNumbers;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 通过 编号, 不通过 编号 原因: the verification card's buttons as typed lines. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class VerificationCommand implements ChatCommand {
  private final VerificationDesk desk;
  private final OutsideNumbers numbers;

  @Inject
  VerificationCommand(VerificationDesk desk, OutsideNumbers numbers) {
    this.numbers = numbers;
    this.desk = desk;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    switch (line.verb()) {
      case "通过" -> {
        CaseFile file = desk.pass(line.number(), said.speaker(), said.now());
        return Optional.of("案件" + line.number() + "核查通过，" + next(file) + "。" + note(file));
      }
      case "不通过" -> {
        desk.fail(line.number(), line.rest(), said.speaker(), said.now());
        return Optional.of("案件" + line.number() + "核查不通过，已退回返工。");
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private String note(CaseFile file) {
    return file.stage().isEnd() ? numbers.noteOn(file) : "";
  }

  private static String next(CaseFile file) {
    if (file.stage() == Stage.CLOSURE) {
      return "等值班长结案";
    }
    return file.stage().isEnd() ? "已结案" : "进入下一阶段：" + file.clock().legName().orElseThrow();
  }
}
