package cn.gridcase.intake;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Categories;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 上报, 上报 类别, 更多类别, 不是这个: the draft card's buttons as typed lines; 上报 and a sentence begins a draft.
 */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class FileCommand implements ChatCommand {
  private static final Pattern FILE = Pattern.compile("上报[\\s:：，,]*(.*)", Pattern.DOTALL);
  private static final Set<String> DROP = Set.of("不是这个", "算了", "取消");

  private final Drafts drafts;
  private final Intake intake;
  private final CategoriesFile categories;
  private final CalendarFile calendars;

  @Inject
  FileCommand(Drafts drafts, Intake intake, CategoriesFile categories, CalendarFile calendars) {
    this.drafts = drafts;
    this.intake = intake;
    this.categories = categories;
    this.calendars = calendars;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (said.text().equals("更多类别")) {
      return Optional.of(Reply.line(allCategories()));
    }
    if (DROP.contains(said.text())) {
      intake.drop(open(said), said.now());
      return Optional.of(Reply.line("好的，这条没有上报。"));
    }
    var file = FILE.matcher(said.text());
    return file.matches() ? Optional.of(file(said, file.group(1).strip())) : Optional.empty();
  }

  private Reply file(Said said, String rest) {
    if (rest.isEmpty()) {
      Draft draft = open(said);
      return filed(said, draft, categories.inForce().byCode(draft.category()));
    }
    Optional<Category> named = categories.inForce().named(rest);
    if (named.isPresent()) {
      return filed(said, open(said), named.get());
    }
    intake.told(said.speaker(), rest, said.now());
    return ReportCommand.ACKNOWLEDGED;
  }

  private Reply filed(Said said, Draft draft, Category category) {
    CaseFile file = intake.file(draft, said.speaker(), category, said.now());
    String due = file.due().map(at -> "，截止" + at.said(calendars.inForce().zone())).orElse("");
    return Reply.line("已上报，案件" + file.number() + "（" + category.name() + "）" + due + "。");
  }

  private Draft open(Said said) {
    return drafts
        .openOf(said.speaker().userid())
        .orElseThrow(() -> new Refused("现在没有待上报的草稿。请先发一句话说明哪里、什么情况，例如：台湖村口消防通道被堵。"));
  }

  private String allCategories() {
    Categories all = categories.inForce();
    return "回复“上报 类别名”按该类别上报：\n"
        + all.categories().stream().map(Category::name).collect(Collectors.joining("、"));
  }
}
