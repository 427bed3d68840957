package cn.gridcase.lookup;

import static cn.gridcase.lookup.Blank.line;
import static cn.gridcase.lookup.Blank.one;
import static cn.gridcase.lookup.Blank.words;
import static cn.gridcase.lookup.Deed.folded;
import static cn.gridcase.lookup.Deed.grave;
import static cn.gridcase.lookup.Deed.next;

import cn.gridcase.cases.RequestKind;
import cn.gridcase.cases.Stage;
import cn.gridcase.lookup.Blank.Kind;
import cn.gridcase.roster.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every deed a case's page offers, in the page's order: each is a line that chat understands. */
final class Deeds {
  private static final String IS_FINAL = "办了不能撤回，上报人会收到通知。";

  private static final List<Deed> ALL =
      Stream.of(ofCentre(), ofLevels(), ofUnit(), ofVerifier(), ofApprover(), ofLeader(), ofAll())
          .flatMap(List::stream)
          .toList();

  private Deeds() {}

  static List<Deed> of(Seat seat) {
    return ALL.stream().filter(deed -> deed.offered().test(seat)).toList();
  }

  static Optional<Deed> called(String verb) {
    return ALL.stream().filter(deed -> deed.verb().equals(verb)).findFirst();
  }

  private static List<Deed> ofCentre() {
    return List.of(
        next("立案", seat -> seat.isOfCentre() && seat.isAt(Stage.INTAKE)),
        next(
            "派遣",
            seat -> seat.isOfCentre() && seat.isAt(Stage.DISPATCH) && !seat.isFrozen(),
            one(Kind.SUGGESTED_UNIT, "派给").after("给"),
            one(Kind.CO_UNITS, "请谁协办").after("协办").ifAny("others"),
            one(Kind.ANSWER, "理由，再派给退回的单位要写").after("理由").ifAny("why")),
        next("指定", seat -> seat.designates() && seat.isFrozen(), one(Kind.SUGGESTED_UNIT, "主办单位")),
        folded(
            "并案",
            seat -> seat.isOfCentre() && seat.isFresh(),
            line("并到哪个案件", "案件编号，例如 20261123-003").after("到")),
        folded("拆分", seat -> seat.isOfCentre() && seat.isAt(Stage.MERGED)),
        folded(
            "增派",
            seat -> seat.isOfCentre() && seat.isAt(Stage.DISPOSAL),
            one(Kind.ANOTHER_UNIT, "再请谁协办")),
        folded(
            "吹哨",
            seat ->
                (seat.isOfCentre() || seat.person().is(Role.CENTRE_LEADER))
                    && seat.isAt(Stage.DISPATCH, Stage.DISPOSAL)
                    && !seat.isFrozen(),
            one(Kind.WHISTLE, "哪种哨"),
            one(Kind.CO_UNITS, "叫哪些单位到场").after("叫").ifAny("others"),
            words("理由，被叫的单位会看到", "例如：占道经营堵住消防通道").after("理由")));
  }

  /** Between community, town and district. */
  private static List<Deed> ofLevels() {
    return List.of(
        folded(
            "自行处理",
            seat -> seat.isOfCentre() && seat.isAt(Stage.DISPATCH) && !seat.isFrozen(),
            line("理由，社区上交过的要写", "例如：只剩清理").after("理由").ifAny("line")),
        folded("上交", Seat::mayHandUp, words("社区为什么办不了", "例如：要执法权限")),
        folded(
            "提级",
            seat ->
                seat.isAt(Stage.DISPATCH)
                    && (seat.isFrozen() ? seat.designates() : seat.isOfCentre()),
            one(Kind.DISTRICT_UNIT, "交给区里哪个单位").after("给"),
            words("原因", "例如：审批权限在区里")),
        folded("区级回执", Seat::speaksForDistrict, line("回执号", "例如：通字2026-31")),
        folded("区级进展", Seat::speaksForDistrict, words("区里怎么说", "例如：已约谈业主")),
        folded("区级结果", Seat::speaksForDistrict, one(Kind.OUTCOME, "处置结果"), words("办理情况", "例如：已拆除")),
        folded("下派", Seat::speaksForDistrict, words("区里为什么退回", "例如：属于镇级职责")),
        folded(
            "交办号", seat -> seat.isOfCentre() && seat.isOpen(), line("区里的交办编号", "例如：通督〔2026〕5号")));
  }

  private static List<Deed> ofUnit() {
    return List.of(
        next("到场", Seat::isCalled).knowing("在企业微信里发位置，也算到场。"),
        next("签收", Seat::hasUnsigned),
        next("提交", Seat::hasSigned, one(Kind.OUTCOME, "处置结果"))
            .knowing("现场照片请在企业微信里直接发给机器人，处理情况写在下面的“反馈”里，再来提交。"),
        folded("收哨", Seat::endsWhistle, words("总结", "例如：三家到场，摊位已清走，通道已划线")),
        folded("反馈", Seat::hasSigned, words("处理情况", "例如：已清理恢复，现场畅通")),
        folded("进展", Seat::hasSigned, words("到哪一步了", "例如：已到现场，正在清理")),
        folded("回退", seat -> seat.share().isPresent(), words("为什么不归本单位", "例如：不在本单位职责范围")),
        folded(
            "转办",
            seat -> seat.share().isPresent(),
            one(Kind.COLLEAGUE, "转给哪位同事"),
            words("原因", "例如：今天休假")),
        folded("请补充", Seat::leadsSigned, words("请上报人补充什么", "例如：具体是哪个门口？"))
            .knowing("等回答期间停止计时，最多等多久由镇里定。"),
        folded("案号", Seat::isOfUnit, line("行政处罚案号", "例如：京通城管罚字〔2026〕第12号"))
            .knowing("上报人看不到案号；本系统结案不等于行政处罚案件办结。"),
        folded("免除协办", Seat::waives, one(Kind.HELPING_UNIT, "哪个单位不用协办了"), words("原因", "例如：现场不需要")),
        folded("恢复", seat -> seat.isStopped() && (seat.isDutyOfficer() || seat.isOfUnit())));
  }

  private static List<Deed> ofVerifier() {
    return List.of(
        next("通过", seat -> seat.isAwaited() && seat.isAt(Stage.VERIFICATION)),
        folded(
            "不通过",
            seat -> seat.isAwaited() && seat.isAt(Stage.VERIFICATION),
            words("哪里没有办好", "例如：堆物还在")),
        next("结案", seat -> seat.isAwaited() && seat.isAt(Stage.CLOSURE)),
        folded(
            "退回核查",
            seat -> seat.isAwaited() && seat.isAt(Stage.CLOSURE),
            words("为什么", "例如：请补拍现场照片")));
  }

  private static List<Deed> ofApprover() {
    return Arrays.stream(RequestKind.values())
        .flatMap(
            kind ->
                Stream.of(
                    next("同意" + kind.chinese(), seat -> seat.decides(kind)),
                    folded(
                        "不同意" + kind.chinese(),
                        seat -> seat.decides(kind),
                        words("为什么", "例如：请按期完成")),
                    folded(
                        kind.chinese(),
                        Seat::leadsSigned,
                        one(Kind.LIMIT, kind == RequestKind.EXTENSION ? "延多久" : "最多停多久"),
                        words("原因", "例如：配件未到货"))))
        .toList();
  }

  private static List<Deed> ofLeader() {
    return List.of(
        folded("批示", seat -> seat.leads() && seat.isOpen(), words("要求", "例如：请今天处理完")),
        folded(
            "督办",
            seat -> seat.supervises() && seat.isAt(Stage.DISPOSAL),
            one(Kind.LIMIT, "多久回复"),
            words("要求", "例如：清理干净并报送照片")),
        folded(
                "回复督办",
                seat -> !seat.ordersToAnswer().isEmpty(),
                one(Kind.ORDER, "督办单"),
                words("办理情况", "例如：已清理，照片已报"))
            .ofOrder(),
        folded(
                "办结督办",
                seat -> !seat.ordersToClose().isEmpty(),
                one(Kind.OWN_ORDER, "督办单"),
                words("意见", "例如：已整改到位"))
            .ofOrder());
  }

  private static List<Deed> ofAll() {
    return List.of(
        next("补充", Seat::isAsked, words("您的回答", "例如：东门口")),
        folded(
            "催办",
            seat ->
                seat.isOpen() && (seat.isReporter() || seat.isOfCentre() || seat.leadsOrHeads()),
            words("说一句", "可以不写").ifAny("words")),
        folded(
            "标签",
            seat -> seat.isOfCentre() || seat.leads() || seat.isOfUnit(),
            line("标签", "例如：汛期；几个用空格隔开")),
        folded(
            "去标签",
            seat ->
                !seat.tags().isEmpty() && (seat.isOfCentre() || seat.leads() || seat.isOfUnit()),
            one(Kind.TAG, "去掉哪个标签")),
        grave(
            "不予立案",
            seat -> seat.isOfCentre() && seat.isFresh(),
            IS_FINAL,
            words("原因，上报人会看到", "例如：重复上报")),
        grave(
            "移送",
            seat -> seat.isOfCentre() && seat.isAt(Stage.INTAKE, Stage.DISPATCH),
            IS_FINAL,
            line("移送给哪个单位", "例如：马驹桥镇").after("给"),
            words("对方的回执号", "例如：马字2026-31").after("回执")),
        grave(
            "作废",
            seat -> seat.isDutyOfficer() && seat.isOpen() && seat.file().assignment().isPresent(),
            IS_FINAL,
            words("原因，上报人会看到", "例如：现场查无此事")),
        grave(
            "涉事",
            seat -> seat.isOfCentre() && seat.isOpen(),
            "办了不能撤回：这位人员以后看不到这件案件，也不会知道。",
            line("谁与案件有利害关系", "姓名")),
        grave(
            "回避",
            seat ->
                seat.isOpen()
                    && (seat.isOfCentre() || seat.person().is(Role.VERIFIER) || seat.isOfUnit()),
            "办了不能撤回：您以后看不到这件案件，也不再收到它的消息。",
            words("原因", "例如：当事人是亲属")));
  }
}
