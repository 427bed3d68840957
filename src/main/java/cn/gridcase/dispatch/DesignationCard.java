package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RaiseWanted;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** 待指定: a leader says which unit leads a case that was sent back twice. */
@ApplicationScoped
class DesignationCard implements CardAction<DesignationCard.Button> {
  static final String CARD = "designation";
  static final String UNIT = "unit";

  enum Button {
    DESIGNATE,
    RAISE
  }

  private final DispatchDesk desk;
  private final DesignationFaces faces;
  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final Event<RaiseWanted> wanted;

  @Inject
  DesignationCard(
      DispatchDesk desk,
      DesignationFaces faces,
      CaseFiles caseFiles,
      RosterFile roster,
      Event<RaiseWanted> wanted) {
    this.wanted = wanted;
    this.desk = desk;
    this.faces = faces;
    this.caseFiles = caseFiles;
    this.roster = roster;
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
    var number = new CaseNumber(press.subject());
    if (button == Button.RAISE) {
      wanted.fire(new RaiseWanted(number, press.presser(), press.now()));
      return Reply.nothing();
    }
    String chosen = press.chosenFor(UNIT);
    var page = OptionPages.asked(chosen);
    if (page.isPresent()) {
      return Reply.repaint(faces.asking(caseFiles.numbered(number), page.get()));
    }
    Unit unit =
        roster.inForce().unitNamed(chosen).orElseThrow(() -> new Refused("这个单位已经不在花名册里，请选别的单位。"));
    desk.designate(number, unit, press.presser(), press.now());
    // DesignationNotice has repainted every leader's card, this one included.
    return Reply.nothing();
  }
}
