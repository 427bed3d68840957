package cn.gridcase.supervision;

import cn.gridcase.cases.CaseLine;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 督办 编号 期限 要求, 批示 编号 要求, 批示 第3条 要求, 批示 简报 要求, 回复督办 单号 话, 办结督办 单号 意见. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class OrderCommand implements ChatCommand {
  private static final Pattern ABOUT_AN_ORDER =
      Pattern.compile("(回复督办|办结督办)\\s*督?\\s*(\\d{8}-\\d{2,8})[\\s:：，,]*(.*)", Pattern.DOTALL);

  private final OrderDesk desk;
  private final InstructionDesk instructions;
  private final DigestOrderDesk digests;

  @Inject
  OrderCommand(OrderDesk desk, InstructionDesk instructions, DigestOrderDesk digests) {
    this.digests = digests;
    this.desk = desk;
    this.instructions = instructions;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    Matcher order = ABOUT_AN_ORDER.matcher(said.text());
    if (order.matches()) {
      return Optional.of(Reply.line(done(said, order)));
    }
    return CaseLine.in(said.text())
        .flatMap(line -> issued(said, line))
        .or(() -> instructions.heard(said))
        .map(Reply::line);
  }

  private Optional<String> issued(Said said, CaseLine line) {
    return switch (line.verb()) {
      case "督办" -> Optional.of(issue(said, line));
      case "批示" -> Optional.of(instructions.ofCase(line.number(), line.rest(), said));
      default -> Optional.empty();
    };
  }

  private String issue(Said said, CaseLine line) {
    String number =
        desk.issue(line.number(), Demand.parse(line.rest()), said.speaker(), said.now());
    return "已督办案件%s，督办单：督 %s。".formatted(line.number(), number);
  }

  private String done(Said said, Matcher line) {
    String number = line.group(2);
    String words = line.group(3).strip();
    if (line.group(1).equals("回复督办")) {
      if (digests.answered(number, words, said)) {
        return "已回复督办单 " + number + "。";
      }
      desk.answer(number, words, said.speaker(), said.now());
      return "已回复督办单 " + number + "。";
    }
    if (!digests.closed(number, words, said)) {
      desk.close(number, words, said.speaker(), said.now());
    }
    return "督办单 " + number + " 已办结。";
  }
}
