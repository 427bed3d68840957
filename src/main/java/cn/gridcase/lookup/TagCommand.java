package cn.gridcase.lookup;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseTags;
import cn.gridcase.cases.Tag;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 标签 编号 标签…, 去标签 编号 标签…; 标签 标签: the open cases that have it. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class TagCommand implements ChatCommand {
  private static final Pattern LIST = Pattern.compile("标签\\s+(\\S+)");
  private static final int MOST = 20;

  private final CaseFiles caseFiles;
  private final CaseTags tags;
  private final CaseView view;

  @Inject
  TagCommand(CaseFiles caseFiles, CaseTags tags, CaseView view) {
    this.caseFiles = caseFiles;
    this.tags = tags;
    this.view = view;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    Optional<CaseLine> line = CaseLine.in(said.text());
    if (line.isPresent()) {
      return line.flatMap(its -> done(said, its)).map(Reply::line);
    }
    var list = LIST.matcher(said.text());
    return list.matches() ? Optional.of(Reply.line(list(said, list.group(1)))) : Optional.empty();
  }

  private Optional<String> done(Said said, CaseLine line) {
    return switch (line.verb()) {
      case "标签" -> Optional.of(tagged(said, line, true));
      case "去标签" -> Optional.of(tagged(said, line, false));
      default -> Optional.empty();
    };
  }

  private String tagged(Said said, CaseLine line, boolean on) {
    List<String> named =
        Arrays.stream(line.rest().split("[\\s、，,]+")).filter(tag -> !tag.isEmpty()).toList();
    var file = caseFiles.change(line.number(), new Tag(named, on), said.speaker(), said.now());
    List<String> now = tags.of(file);
    return "案件"
        + line.number()
        + (now.isEmpty() ? "现在没有标签。" : "的标签：" + String.join("、", now) + "。");
  }

  private String list(Said said, String tag) {
    List<String> lines = view.seen(tags.open(tag), said.speaker());
    if (lines.isEmpty()) {
      return "没有您能看到的、标签是“" + tag + "”的在办案件。";
    }
    String first = lines.stream().limit(MOST).collect(Collectors.joining("\n"));
    int more = lines.size() - MOST;
    return first + (more > 0 ? "\n另有" + more + "件" : "");
  }
}
