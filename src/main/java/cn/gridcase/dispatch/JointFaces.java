package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How 多部门联动 is asked on a dispatcher's card: who leads, and who helps. */
@ApplicationScoped
class JointFaces {
  static final String LEAD = "lead";
  static final String FIRST = "first";
  static final String SECOND = "second";

  /** No unit has this code. */
  static final String NOBODY = "-";

  private final CaseFiles caseFiles;
  private final Suggestions suggestions;

  @Inject
  JointFaces(CaseFiles caseFiles, Suggestions suggestions) {
    this.caseFiles = caseFiles;
    this.suggestions = suggestions;
  }

  /** Asks who helps, of all that may get such a case; ten at a time. */
  Card asking(CaseFile file, Unit lead, int page, Instant now) {
    List<Card.Option> others =
        suggestions.of(file, now).ranked().stream()
            .filter(each -> !each.equals(lead))
            .map(JointFaces::option)
            .toList();
    List<Card.Option> first = OptionPages.page(with("请选择", others), page);
    List<Card.Option> second = OptionPages.page(with("不需要", others), page);
    return Card.choices("多部门联动 " + file.number(), "派遣", DispatchCard.Button.JOINT_AS)
        .source("派遣")
        .desc(caseFiles.report(file))
        .dropdown(LEAD, "主办", List.of(option(lead), back()), lead.code())
        .dropdown(FIRST, "协办", first, first.get(0).id())
        .dropdown(SECOND, "再加一个", second, second.get(0).id());
  }

  /** Nobody is called in unless they are chosen. */
  private static List<Card.Option> with(String nobody, List<Card.Option> others) {
    return Stream.concat(Stream.of(new Card.Option(NOBODY, nobody)), others.stream()).toList();
  }

  private static Card.Option back() {
    return new Card.Option(DispatchCard.BACK, "换一个，返回派遣");
  }

  private static Card.Option option(Unit unit) {
    return new Card.Option(unit.code(), unit.name());
  }
}
