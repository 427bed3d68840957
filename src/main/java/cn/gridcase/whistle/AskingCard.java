package cn.gridcase.whistle;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.WhistleKind;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 吹哨: what kind and who shall come is chosen; the reason is one's next words. */
@ApplicationScoped
class AskingCard implements CardAction<AskingCard.Button> {
  static final String CARD = "whistle-asking";

  enum Button {
    CHOOSE
  }

  private final WhistleDesk desk;
  private final AskingFaces faces;
  private final CaseFiles caseFiles;

  @Inject
  AskingCard(WhistleDesk desk, AskingFaces faces, CaseFiles caseFiles) {
    this.desk = desk;
    this.faces = faces;
    this.caseFiles = caseFiles;
  }

  @Override
  public String card() {
    return CARD;
  }

  @Override
  public Class<Button> buttons() {
    return Button.class;
  }

  @Override
  public Reply press(Button choose, Press press) {
    var number = new CaseNumber(press.subject());
    List<String> chosen =
        Stream.of(AskingFaces.FIRST, AskingFaces.SECOND).map(press::chosenFor).toList();
    Optional<Integer> page =
        chosen.stream().flatMap(each -> OptionPages.asked(each).stream()).findFirst();
    if (page.isPresent()) {
      return Reply.repaint(faces.choosing(caseFiles.numbered(number), page.get()));
    }
    List<Unit> called =
        chosen.stream().filter(each -> !each.equals(AskingFaces.NOBODY)).map(desk::unit).toList();
    if (called.isEmpty()) {
      throw new Refused("请先选叫哪个单位，再按“下一步”。");
    }
    var kind = WhistleKind.valueOf(press.chosenFor(AskingFaces.KIND));
    return Reply.repaint(
        desk.chosen(new WhistleWish(number, kind, called, ""), press.presser(), press.now()));
  }
}
