package cn.gridcase.district;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 区级办理: what the district says is written down; the words are one's next words. */
@ApplicationScoped
class DistrictCard implements CardAction<DistrictCard.Button> {
  static final String CARD = "district";
  static final String OUTCOME = "outcome";

  enum Button {
    RECEIPT(Wanted.Deed.RECEIPT),
    PROGRESS(Wanted.Deed.PROGRESS),
    RESULT(Wanted.Deed.RESULT),
    DOWN(Wanted.Deed.DOWN);

    private final Wanted.Deed deed;

    Button(Wanted.Deed deed) {
      this.deed = deed;
    }
  }

  private final DistrictDesk desk;
  private final DistrictFaces faces;

  @Inject
  DistrictCard(DistrictDesk desk, DistrictFaces faces) {
    this.desk = desk;
    this.faces = faces;
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
  public Reply press(Button button, Press press) {
    String choice = button == Button.RESULT ? press.chosenFor(OUTCOME) : "";
    var wanted = new Wanted(new CaseNumber(press.subject()), button.deed, choice);
    return Reply.repaint(faces.asked(desk.expect(wanted, press.presser(), press.now()), wanted));
  }
}
