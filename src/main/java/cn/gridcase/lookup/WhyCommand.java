package cn.gridcase.lookup;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseLine;
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

/** 为什么 编号, 时限 编号: why the case is due when it is. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class WhyCommand implements ChatCommand {
  private static final Set<String> VERBS = Set.of("为什么", "时限");

  private final CaseSight sight;
  private final CaseView view;
  private final Deadlines deadlines;

  @Inject
  WhyCommand(CaseSight sight, CaseView view, Deadlines deadlines) {
    this.view = view;
    this.sight = sight;
    this.deadlines = deadlines;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .filter(line -> VERBS.contains(line.verb()))
        .map(line -> Reply.line(why(line.number(), said)));
  }

  private String why(CaseNumber number, Said said) {
    CaseFile file = sight.seen(number, said.speaker());
    List<String> lines = deadlines.why(file, said.now());
    String what = CaseView.stands(file.stage(), file.due()) ? view.stopped(file) : "的截止时间";
    return "案件" + number + what + "：\n" + String.join("\n", lines);
  }
}
