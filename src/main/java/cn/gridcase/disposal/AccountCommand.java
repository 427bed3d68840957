package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** After 签收, free words are what the person did. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class AccountCommand implements ChatCommand {
  private final Disposal disposal;

  @Inject
  AccountCommand(Disposal disposal) {
    this.disposal = disposal;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (!said.expectation().is(Disposal.ACCOUNT)) {
      return Optional.empty();
    }
    var number = new CaseNumber(said.expectation().subject());
    if (!disposal.isWaitingFor(number, said.speaker())) {
      // The case went on without them: their words are a new matter again.
      return Optional.empty();
    }
    disposal.told(number, said.speaker(), said.text(), said.now());
    return Optional.of(Reply.line(noted(number)));
  }

  static String noted(CaseNumber number) {
    return "已记入案件" + number + "的处理情况。稍后请在卡片上选择处置结果并提交；要上报新的风险，请以“上报”开头。";
  }
}
