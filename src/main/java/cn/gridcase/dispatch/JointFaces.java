package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How 多部门联动 is asked on a dispatcher's card: who leads, and who helps. */
@ApplicationScoped
class JointFaces {
  static final String LEAD = "lead";
  static final String FIRST = "first";
  static final String SECOND = "second";

  /** No unit has this code. */
  static final String NOBODY = "-";

  /** Before the codes of those chosen so far: the presser wants to choose still more. */
  static final String FURTHER = "+";

  /** Between the codes of the lead and of those chosen so far. */
  static final String BETWEEN = ",";

  /** Bytes that an option of a card may have for its id. */
  private static final int MOST_CARRIED = 128;

  private final CaseFiles caseFiles;
  private final Suggestions suggestions;

  @Inject
  JointFaces(CaseFiles caseFiles, Suggestions suggestions) {
    this.caseFiles = caseFiles;
    this.suggestions = suggestions;
  }

  /**
   * Asks who helps, of all that may get such a case; ten at a time.
   *
   * @param helping who has been chosen already: a card has room for two more
   */
  Card asking(CaseFile file, Unit lead, List<Unit> helping, int page, Instant now) {
    List<Card.Option> others =
        suggestions.of(file, now).ranked().stream()
            .filter(each -> !each.equals(lead) && !helping.contains(each))
            .map(JointFaces::option)
            .toList();
    List<Card.Option> first =
        OptionPages.page(with(helping.isEmpty() ? "请选择" : "不再加", others), page);
    List<Card.Option> second = OptionPages.page(with("不需要", others), page);
    return Card.choices("多部门联动 " + file.number(), "派遣", DispatchCard.Button.JOINT_AS)
        .source("派遣")
        .desc(said(file, helping))
        .dropdown(LEAD + helping.size(), "主办", leading(lead, helping), so(lead, helping))
        .dropdown(FIRST, "协办", first, first.get(0).id())
        .dropdown(SECOND, "再加一个", second, second.get(0).id());
  }

  /** Nobody is called in unless they are chosen. */
  private static List<Card.Option> with(String nobody, List<Card.Option> others) {
    return Stream.concat(Stream.of(new Card.Option(NOBODY, nobody)), others.stream()).toList();
  }

  private String said(CaseFile file, List<Unit> helping) {
    return helping.isEmpty()
        ? caseFiles.report(file)
        : helping.stream().map(Unit::name).collect(Collectors.joining("、", "协办：", ""));
  }

  /** Each round asks under a key of its own: what was chosen in the last must not stick. */
  static String leadIn(Press press) {
    return press.chosen().keySet().stream()
        .filter(key -> key.startsWith(LEAD))
        .findFirst()
        .map(press::chosenFor)
        .orElseGet(() -> press.chosenFor(LEAD));
  }

  /** What has been chosen so far travels in the card itself. */
  private static String so(Unit lead, List<Unit> helping) {
    String so =
        Stream.concat(Stream.of(lead), helping.stream())
            .map(Unit::code)
            .collect(Collectors.joining(BETWEEN));
    if (so.length() >= MOST_CARRIED) {
      throw new Refused("卡片上选不下这么多协办单位。请先派遣，还要加的，派遣以后回复：增派 案件编号");
    }
    return so;
  }

  private static List<Card.Option> leading(Unit lead, List<Unit> helping) {
    String so = so(lead, helping);
    String with = helping.isEmpty() ? "" : "（协办已选" + helping.size() + "个）";
    return List.of(
        new Card.Option(so, lead.name() + with), new Card.Option(FURTHER + so, "再加协办单位"), back());
  }

  private static Card.Option back() {
    return new Card.Option(DispatchCard.BACK, "换一个，返回派遣");
  }

  private static Card.Option option(Unit unit) {
    return new Card.Option(unit.code(), unit.name());
  }
}
