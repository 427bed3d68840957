package cn.gridcase.verification;

import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RecusalWanted;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** 待核查: 通过, 不通过, and 拍照核查 before either; 本人回避. */
@ApplicationScoped
class VerificationCard implements CardAction<VerificationCard.Button> {
  static final String CARD = "verification";
  static final String REASON = "reason";

  enum Button {
    PHOTO,
    PASS,
    FAIL,
    RECUSE
  }

  private final VerificationDesk desk;
  private final VerificationFaces faces;
  private final CaseFiles caseFiles;
  private final Event<RecusalWanted> recusal;

  @Inject
  VerificationCard(
      VerificationDesk desk,
      VerificationFaces faces,
      CaseFiles caseFiles,
      Event<RecusalWanted> recusal) {
    this.recusal = recusal;
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
      case RECUSE -> {
        recusal.fire(new RecusalWanted(number, press.presser(), press.now()));
        yield Reply.nothing();
      }
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
