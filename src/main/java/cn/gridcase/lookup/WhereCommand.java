package cn.gridcase.lookup;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A case number alone, 查询 编号, 办到哪了, 我的上报: where it stands. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class WhereCommand implements ChatCommand {
  private static final Pattern NUMBER =
      Pattern.compile("(?:查询|案件)?\\s*(" + CaseNumber.PATTERN + ")\\s*(?:办到哪了)?[?？。]?");
  private static final Set<String> MINE = Set.of("办到哪了", "办到哪了？", "办到哪了?", "我的上报");
  private static final int MOST = 5;

  private final CaseView cases;

  @Inject
  WhereCommand(CaseView cases) {
    this.cases = cases;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (MINE.contains(said.text())) {
      return Optional.of(Reply.line(mine(said)));
    }
    var number = NUMBER.matcher(said.text());
    return number.matches()
        ? Optional.of(Reply.line(cases.of(new CaseNumber(number.group(1)), said.speaker())))
        : Optional.empty();
  }

  private String mine(Said said) {
    List<String> lines = cases.reportedBy(said.speaker(), MOST);
    return lines.isEmpty() ? "您还没有上报过案件。发现风险直接发一句话就可以，例如：台湖村口消防通道被堵。" : String.join("\n", lines);
  }
}
