package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;

/** 签收 编号, 反馈 编号 情况, 提交 编号 结果, 回退 编号 原因: what a unit does, as typed lines. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class DisposalCommand implements ChatCommand {
  private final Disposal disposal;
  private final OutcomesFile outcomes;

  @Inject
  DisposalCommand(Disposal disposal, OutcomesFile outcomes) {
    this.disposal = disposal;
    this.outcomes = outcomes;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    CaseNumber number = line.number();
    switch (line.verb()) {
      case "签收" -> {
        disposal.sign(number, said.speaker(), said.now());
        return Optional.of("已签收案件" + number + "。处理后直接回复一句处理情况。");
      }
      case "反馈" -> {
        disposal.told(number, said.speaker(), line.rest(), said.now());
        return Optional.of(AccountCommand.noted(number));
      }
      case "回退" -> {
        disposal.sendBack(number, line.rest(), said.speaker(), said.now());
        return Optional.of("案件" + number + "已退回派遣员，写明的原因他们会看到。");
      }
      case "提交" -> {
        Outcome outcome =
            outcomes.inForce().named(line.rest()).orElseThrow(() -> unknown(number, line.rest()));
        disposal.submit(number, outcome, said.speaker(), said.now());
        return Optional.of("案件" + number + "已提交（" + outcome.name() + "），等待核查。");
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private Refused unknown(CaseNumber number, String outcome) {
    return new Refused(
        "处置结果里没有“%s”。请回复“提交 %s 结果”，结果写下面之一：%s。"
            .formatted(
                outcome,
                number,
                outcomes.inForce().outcomes().stream()
                    .map(Outcome::name)
                    .collect(Collectors.joining("、"))));
  }
}
