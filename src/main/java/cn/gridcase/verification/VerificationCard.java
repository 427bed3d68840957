package cn.gridcase.verification;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 待核查: 通过, 不通过, and 拍照核查 before either. */
@ApplicationScoped
class VerificationCard implements CardAction<VerificationCard.Button> {
  static final String CARD = "verification";
  static final String REASON = "reason";

  enum Button {
    PHOTO,
    PASS,
    FAIL
  }

  private final VerificationDesk desk;
  private final VerificationFaces faces;
  private final CaseFiles caseFiles;

  @Inject
  VerificationCard(VerificationDesk desk, VerificationFaces faces, CaseFiles caseFiles) {
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
  public Reply press(Button button, Press press) {
    var number = new CaseNumber(press.subject());
    // VerificationNotice repaints every verifier's card once it is decided, this one included.
    return switch (button) {
      case PHOTO -> photo(number, press);
      case PASS -> {
        desk.pass(number, press.presser(), press.now());
        yield Reply.nothing();
      }
      case FAIL -> {
        desk.fail(number, press.chosenFor(REASON), press.presser(), press.now());
        yield Reply.nothing();
      }
    };
  }

  private Reply photo(CaseNumber number, Press press) {
    desk.expectPhotos(number, press.presser(), press.now());
    return Reply.repaint(faces.awaitingPhotos(caseFiles.numbered(number)));
  }
}
