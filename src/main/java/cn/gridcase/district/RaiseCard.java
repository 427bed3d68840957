package cn.gridcase.district;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RaiseWanted;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.SentCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** 提级: the unit of the district is chosen; why the town cannot do it is one's next words. */
@ApplicationScoped
class RaiseCard implements CardAction<RaiseCard.Button> {
  static final String CARD = "raise";
  static final String UNIT = "unit";

  enum Button {
    RAISE
  }

  private final DistrictDesk desk;
  private final DistrictFaces faces;
  private final CaseFiles caseFiles;
  private final SentCards sent;

  @Inject
  RaiseCard(DistrictDesk desk, DistrictFaces faces, CaseFiles caseFiles, SentCards sent) {
    this.desk = desk;
    this.faces = faces;
    this.caseFiles = caseFiles;
    this.sent = sent;
  }

  /** Sends the card on which one chooses. */
  void offer(@Observes RaiseWanted wanted) {
    CaseFile file = caseFiles.numbered(wanted.number());
    sent.send(
        wanted.person().userid(),
        CARD,
        wanted.number().text(),
        faces.choosing(file, 0),
        wanted.now());
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
  public Reply press(Button raise, Press press) {
    var number = new CaseNumber(press.subject());
    String chosen = press.chosenFor(UNIT);
    var page = OptionPages.asked(chosen);
    if (page.isPresent()) {
      return Reply.repaint(faces.choosing(caseFiles.numbered(number), page.get()));
    }
    var wanted = new Wanted(number, Wanted.Deed.RAISE, chosen);
    return Reply.repaint(faces.chosen(desk.expect(wanted, press.presser(), press.now()), chosen));
  }
}
