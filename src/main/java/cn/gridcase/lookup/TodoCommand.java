package cn.gridcase.lookup;

import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.web.PublicUrl;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 待办: what waits for whoever asks. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class TodoCommand implements ChatCommand {
  private static final Set<String> WORDS = Set.of("待办", "我的待办");
  private static final int MOST = 10;

  private final OpenCases cases;
  private final PublicUrl address;

  @Inject
  TodoCommand(OpenCases cases, PublicUrl address) {
    this.cases = cases;
    this.address = address;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return WORDS.contains(said.text())
        ? Optional.of(Reply.line(told(cases.of(said.speaker()))))
        : Optional.empty();
  }

  private String told(List<OpenCases.Line> lines) {
    if (lines.isEmpty()) {
      return "现在没有等您办的案件。";
    }
    String first =
        lines.stream().limit(MOST).map(TodoCommand::line).collect(Collectors.joining("\n"));
    int more = lines.size() - MOST;
    return "等您办的案件"
        + lines.size()
        + "件：\n"
        + first
        + (more > 0 ? "\n另有" + more + "件" : "")
        + "\n全部："
        + address.of("/todo");
  }

  private static String line(OpenCases.Line line) {
    String due = line.due().isEmpty() ? "" : "，" + (line.overdue() ? "已超期，" : "") + line.due();
    return line.number() + " " + line.category() + "：" + line.where() + due;
  }
}
