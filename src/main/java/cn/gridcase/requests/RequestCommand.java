package cn.gridcase.requests;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.RequestWanted;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.time.TimeLimit;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/**
 * 延期, 挂账, 法定程序 编号 时限 原因; 同意… and 不同意… 编号: asked and decided as typed lines; 申请 编号 brings the card.
 */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class RequestCommand implements ChatCommand {
  private final RequestDesk desk;
  private final Asking asking;

  @Inject
  RequestCommand(RequestDesk desk, Asking asking) {
    this.desk = desk;
    this.asking = asking;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .flatMap(
            line ->
                line.verb().equals("申请")
                    ? Optional.of(offer(said, line))
                    : Arrays.stream(RequestKind.values())
                        .flatMap(kind -> done(said, line, kind).stream())
                        .findFirst())
        .map(Reply::line);
  }

  private String offer(Said said, CaseLine line) {
    asking.offer(new RequestWanted(line.number(), said.speaker(), said.now()));
    return "好的，马上给您一张申请卡片。";
  }

  private Optional<String> done(Said said, CaseLine line, RequestKind kind) {
    String word = kind.chinese();
    if (line.verb().equals(word)) {
      return Optional.of(ask(said, line, kind));
    }
    if (line.verb().equals("同意" + word)) {
      return Optional.of(agree(said, line, kind));
    }
    if (line.verb().equals("不同意" + word)) {
      desk.turnDown(line.number(), kind, line.rest(), said.speaker(), said.now());
      return Optional.of(RequestDesk.refused(line.number(), kind));
    }
    return Optional.empty();
  }

  private String ask(Said said, CaseLine line, RequestKind kind) {
    String[] words = line.rest().split("[\\s，,]+", 2);
    var wish = new Wish(line.number(), kind, limit(words[0], line, kind));
    String reason = words.length > 1 ? words[1].strip() : "";
    return asking.ask(wish, reason, said.speaker(), said.now());
  }

  private static TimeLimit limit(String written, CaseLine line, RequestKind kind) {
    try {
      return TimeLimit.parse(written);
    } catch (IllegalArgumentException unreadable) {
      throw new Refused("请写明时限和原因，时限用小时、工作时、工作日或天，例如：" + kind.example(line.number()));
    }
  }

  private String agree(Said said, CaseLine line, RequestKind kind) {
    CaseFile file = desk.agree(line.number(), kind, said.speaker(), said.now());
    return "已同意案件"
        + line.number()
        + kind.chinese()
        + (file.clock().requests().open().isPresent() ? "，还要等其他人同意。" : "。");
  }
}
