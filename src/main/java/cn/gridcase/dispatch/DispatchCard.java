package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.RaiseWanted;
import cn.gridcase.cases.RecusalWanted;
import cn.gridcase.cases.WhistleWanted;
import cn.gridcase.chat.CardAction;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.Press;
import cn.gridcase.chat.Reply;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 待派遣: 派遣, 多部门联动, 自行处理, 吹哨, 不予立案 or 移送; under 更多 提级, 本人回避. */
@ApplicationScoped
class DispatchCard implements CardAction<DispatchCard.Button> {
  static final String CARD = "dispatch";
  static final String UNIT = "unit";
  static final String REASON = "reason";
  static final String BACK = "back";

  enum Button {
    DISPATCH,
    JOINT,
    JOINT_AS,
    COMMUNITY,
    WHISTLE,
    MORE,
    RAISE,
    BACK,
    DECLINE,
    DECLINE_AS,
    RECUSE
  }

  private final DispatchDesk desk;
  private final DispatchFaces faces;
  private final JointFaces joint;
  private final CaseFiles caseFiles;
  private final Event<WhistleWanted> whistle;
  private final Event<RecusalWanted> recusal;
  private final Event<RaiseWanted> raise;

  @Inject
  DispatchCard(
      DispatchDesk desk,
      DispatchFaces faces,
      JointFaces joint,
      CaseFiles caseFiles,
      Event<WhistleWanted> whistle,
      Event<RecusalWanted> recusal,
      Event<RaiseWanted> raise) {
    this.whistle = whistle;
    this.recusal = recusal;
    this.raise = raise;
    this.joint = joint;
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
    switch (button) {
      case DISPATCH -> {
        String chosen = press.chosenFor(UNIT);
        var page = OptionPages.asked(chosen);
        if (page.isPresent()) {
          return Reply.repaint(faces.asking(caseFiles.numbered(number), page.get(), press.now()));
        }
        desk.dispatch(number, Chosen.alone(desk.unit(chosen)), press.presser(), press.now());
      }
      case JOINT -> {
        return joint(number, press.chosenFor(UNIT), 0, press.now());
      }
      case JOINT_AS -> {
        return jointAs(number, press);
      }
      case COMMUNITY -> desk.toCommunity(number, "", press.presser(), press.now());
      case WHISTLE -> whistle.fire(new WhistleWanted(number, press.presser(), press.now()));
      case RECUSE -> recusal.fire(new RecusalWanted(number, press.presser(), press.now()));
      case RAISE -> raise.fire(new RaiseWanted(number, press.presser(), press.now()));
      case MORE -> {
        return Reply.repaint(faces.more(caseFiles.numbered(number)));
      }
      case BACK -> {
        return Reply.repaint(faces.asking(caseFiles.numbered(number), 0, press.now()));
      }
      case DECLINE -> {
        return Reply.repaint(faces.askingWhy(caseFiles.numbered(number)));
      }
      case DECLINE_AS -> {
        String reason = press.chosenFor(REASON);
        if (reason.equals(BACK)) {
          return Reply.repaint(faces.asking(caseFiles.numbered(number), 0, press.now()));
        }
        if (desk.isForeign(reason)) {
          return Reply.repaint(
              faces.askingWhere(desk.expectAway(number, press.presser(), press.now())));
        }
        desk.decline(number, reason, press.presser(), press.now());
      }
    }
    // DispatchNotice has repainted every dispatcher's card, this one included.
    return Reply.nothing();
  }

  private Reply joint(CaseNumber number, String lead, int page, Instant now) {
    CaseFile file = caseFiles.numbered(number);
    return Reply.repaint(
        lead.equals(BACK) || OptionPages.asked(lead).isPresent()
            ? faces.asking(file, OptionPages.asked(lead).orElse(0), now)
            : joint.asking(file, desk.unit(lead), List.of(), page, now));
  }

  private Reply jointAs(CaseNumber number, Press press) {
    String leading = JointFaces.leadIn(press);
    if (leading.equals(BACK)) {
      return joint(number, leading, 0, press.now());
    }
    boolean isFurther = leading.startsWith(JointFaces.FURTHER);
    List<Unit> so = unitsIn(isFurther ? leading.substring(1) : leading);
    List<String> chosen =
        Stream.of(JointFaces.FIRST, JointFaces.SECOND).map(press::chosenFor).toList();
    Optional<Integer> page =
        chosen.stream().flatMap(each -> OptionPages.asked(each).stream()).findFirst();
    List<Unit> helping = helping(so, chosen);
    if (isFurther || page.isPresent()) {
      CaseFile file = caseFiles.numbered(number);
      return Reply.repaint(joint.asking(file, so.get(0), helping, page.orElse(0), press.now()));
    }
    if (helping.isEmpty()) {
      throw new Refused("请先选协办单位，再按“派遣”。只派一个单位的，主办选“换一个，返回派遣”。");
    }
    desk.dispatch(number, new Chosen(so.get(0), helping, ""), press.presser(), press.now());
    return Reply.nothing();
  }

  /** The lead, then those chosen so far. */
  private List<Unit> unitsIn(String codes) {
    return Stream.of(codes.split(JointFaces.BETWEEN)).map(desk::unit).toList();
  }

  private List<Unit> helping(List<Unit> so, List<String> chosen) {
    Stream<Unit> more =
        chosen.stream()
            .filter(each -> !each.equals(JointFaces.NOBODY))
            .filter(each -> OptionPages.asked(each).isEmpty())
            .map(desk::unit);
    return Stream.concat(so.stream().skip(1), more).distinct().toList();
  }
}
