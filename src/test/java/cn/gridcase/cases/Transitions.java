package cn.gridcase.cases;

import static cn.gridcase.cases.EveryWay.APPROVALS;
import static cn.gridcase.cases.EveryWay.NOON;
import static cn.gridcase.cases.EveryWay.RULES;

import cn.gridcase.Refused;
import cn.gridcase.grid.Crs;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.TimeLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** 流转表: what becomes of a case by each move in each situation, asked of the moves themselves. */
final class Transitions {
  private static final Unit ONE = EveryWay.ROSTER.unit("huanwei");
  private static final Unit OTHER = EveryWay.ROSTER.unit("chengguan");
  private static final Unit VILLAGE = EveryWay.ROSTER.unit("taihucun");
  private static final Unit DISTRICT = EveryWay.ROSTER.unit("qu-zhujian");
  private static final CommunityWork WORK = new CommunityWork(List.of("G03"), List.of());
  private static final ReturnVisit ASKED = new ReturnVisit(NOON.plusSeconds(60), Optional.empty());
  private static final ReturnVisit DISCONTENT =
      new ReturnVisit(NOON.plusSeconds(60), Optional.of(VisitAnswer.DISCONTENT));
  private static final Place HERE = new Place(116.65, 39.84, Crs.WGS_84);
  private static final Outcome DONE = new Outcome("cleared", "已清理恢复", false);
  private static final Actor DISPATCHER = EveryWay.actor(Role.DISPATCHER, Optional.empty());
  private static final Actor OFFICER = EveryWay.actor(Role.DUTY_OFFICER, Optional.empty());
  private static final Actor VERIFIER = EveryWay.actor(Role.VERIFIER, Optional.empty());
  private static final Actor CHIEF = EveryWay.actor(Role.CHIEF, Optional.empty());
  private static final Actor MEMBER = member(ONE);
  private static final Actor VILLAGER = member(VILLAGE);
  private static final Actor HELPER = member(OTHER);

  private Transitions() {}

  /** A move, and somebody who may make it where anybody may. */
  record Tried(String name, Function<CaseFile, Move> move, Function<CaseFile, Actor> by) {}

  private static Actor member(Unit unit) {
    return EveryWay.actor(Role.UNIT_MEMBER, Optional.of(unit.code()));
  }

  private static Tried tried(String name, Move move, Actor by) {
    return new Tried(name, file -> move, file -> by);
  }

  private static Actor reporter(CaseFile file) {
    return new Actor(
        new Person(
            "reporter",
            "某人",
            Set.of(Role.RESIDENT),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false),
        file.reporter());
  }

  /** Every move there is, in the order of a case's life. */
  static List<Tried> moves() {
    var calendar = RULES.calendar();
    var way = TimeLimit.parse("2工作日");
    List<Tried> all = new ArrayList<>();
    all.add(new Tried("立案", file -> new Register(RULES.terms(file, NOON)), file -> DISPATCHER));
    all.add(tried("不予立案", new Decline("重复上报", List.of("重复上报"), Optional.empty()), DISPATCHER));
    all.add(tried("并案", new MergeInto(open(), Optional.empty(), List.of()), DISPATCHER));
    all.add(tried("拆分", new Detach(open(), List.of()), DISPATCHER));
    all.add(tried("派遣", EveryWay.dispatch(ONE, List.of(), ""), DISPATCHER));
    all.add(tried("派遣（写明理由）", EveryWay.dispatch(ONE, List.of(), "清单第三条"), DISPATCHER));
    all.add(tried("多部门联动", EveryWay.dispatch(OTHER, List.of(ONE), ""), DISPATCHER));
    all.add(tried("社区自行处理", toVillage(""), DISPATCHER));
    all.add(tried("社区自行处理（写明理由）", toVillage("只剩清理"), DISPATCHER));
    all.add(tried("上交", new HandUp(VILLAGE, "要执法"), VILLAGER));
    all.add(tried("提级", new RaiseToDistrict(DISTRICT, "权限在区里", APPROVALS), DISPATCHER));
    all.add(tried("提级（领导）", new RaiseToDistrict(DISTRICT, "权限在区里", APPROVALS), CHIEF));
    all.add(tried("区级回执", new DistrictWord(DistrictWord.Kind.RECEIPT, "通字1号"), DISPATCHER));
    all.add(tried("区级进展", new DistrictWord(DistrictWord.Kind.PROGRESS, "已约谈"), OFFICER));
    all.add(tried("区级结果", new RecordResult(DONE, "区里已处理"), DISPATCHER));
    all.add(tried("下派", new HandDown("镇级职责"), OFFICER));
    all.add(tried("交办号", new NoteAssigned("通督〔2026〕5号"), DISPATCHER));
    all.add(tried("移送", new SendAway("马驹桥镇", "马字1号", ""), OFFICER));
    all.add(tried("指定主办", EveryWay.designate(OTHER), CHIEF));
    all.add(tried("增派协办", EveryWay.add(OTHER), DISPATCHER));
    all.add(tried("吹哨", EveryWay.whistle(OTHER, ONE), DISPATCHER));
    all.add(tried("吹哨（只叫一个）", EveryWay.whistle(ONE), DISPATCHER));
    all.add(tried("到场", new Arrive(Optional.empty()), MEMBER));
    all.add(tried("到场（位置）", new Arrive(Optional.of(HERE)), HELPER));
    all.add(
        tried(
            "补充到场",
            new ShowArrival(Optional.of(HERE), EveryWay.WHISTLES.proof(), calendar),
            MEMBER));
    all.add(tried("收哨", EveryWay.endWhistle(), MEMBER));
    all.add(tried("收哨（不等评价）", new EndWhistle("都清完了", NOON, EveryWay.ROSTER), MEMBER));
    all.add(tried("到场评价", new RateUnit(1, ONE, UnitGrade.GOOD), DISPATCHER));
    all.add(tried("评哨", new RateWhistle(1, WhistleGrade.RIGHT), MEMBER));
    all.add(tried("评价到期（系统）", new EndRating(1), Actor.SYSTEM));
    all.add(tried("签收", new SignFor(), MEMBER));
    all.add(tried("签收（协办）", new SignFor(), HELPER));
    all.add(tried("签收（社区）", new SignFor(), VILLAGER));
    all.add(tried("进展", new Progress("正在清理"), MEMBER));
    all.add(tried("转办", new Transfer(HELPER.person(), "休假"), MEMBER));
    all.add(tried("提交结果（主办）", result(), MEMBER));
    all.add(tried("提交结果（协办）", result(), HELPER));
    all.add(tried("提交结果（社区）", result(), VILLAGER));
    all.add(tried("免除协办", new Waive(OTHER, "不需要"), MEMBER));
    all.add(
        tried("协办退出", new CoUnitOut(OTHER.code(), ReturnToDispatch.Why.SENT_BACK, "不归我管"), HELPER));
    all.add(tried("回退", new ReturnToDispatch(ReturnToDispatch.Why.SENT_BACK, "不归我管"), MEMBER));
    all.add(
        tried(
            "没有人了（系统）",
            new ReturnToDispatch(ReturnToDispatch.Why.NOBODY_LEFT, "没有处置人员"),
            Actor.SYSTEM));
    all.add(
        tried(
            "无人签收（系统）",
            new ReturnToDispatch(ReturnToDispatch.Why.UNSIGNED, "没有人签收"),
            Actor.SYSTEM));
    all.add(new Tried("签收人离岗（系统）", file -> new SignerLeft(ONE.code()), file -> Actor.SYSTEM));
    all.add(
        tried("申请延期", new AskFor(RequestKind.EXTENSION, way, "等配件", APPROVALS, calendar), MEMBER));
    all.add(tried("同意延期", new Agree(RequestKind.EXTENSION, calendar), OFFICER));
    all.add(tried("不同意延期", new TurnDown(RequestKind.EXTENSION, "请按期完成"), OFFICER));
    all.add(tried("请上报人补充", new AskReporter("哪个门？", APPROVALS.supplement(), calendar), MEMBER));
    all.add(new Tried("补充", file -> new Supplement("东门", 0), Transitions::reporter));
    all.add(tried("恢复计时", new Resume(), OFFICER));
    all.add(tried("催办", new Urge("", List.of(), calendar), DISPATCHER));
    all.add(tried("督办", new Supervise("20261123-02", "清理干净", way, false), CHIEF));
    all.add(tried("批示", new Supervise("20261123-03", "今天办完", way, true), CHIEF));
    all.add(tried("回复督办", new AnswerOrder(order(false), "已清理"), MEMBER));
    all.add(tried("办结督办", new CloseOrder(order(true), false, "已整改"), OFFICER));
    all.add(tried("核查通过", new Pass(false, false), VERIFIER));
    all.add(tried("核查通过（要结案）", new Pass(false, true), VERIFIER));
    all.add(tried("核查不通过", new Fail("未处理彻底", false), VERIFIER));
    all.add(tried("抽查，未抽中（系统）", sample(Sample.Verdict.SPARED), Actor.SYSTEM));
    all.add(tried("抽查，抽中（系统）", sample(Sample.Verdict.DRAWN), Actor.SYSTEM));
    all.add(tried("结案", new Close(), OFFICER));
    all.add(tried("退回核查", new Recheck("请补拍照片"), OFFICER));
    all.add(
        new Tried(
            "回访", file -> new Visit(VisitAnswer.DISCONTENT, "", ASKED), Transitions::reporter));
    all.add(
        new Tried(
            "重办",
            file ->
                new Reopen(
                    "还有垃圾", DISCONTENT, EveryWay.ROSTER, Reopen.leg(RULES.terms(file, NOON))),
            Transitions::reporter));
    all.add(tried("作废", new VoidCase("查无此事", List.of("查无此事")), OFFICER));
    all.add(tried("回避", new Recuse(VERIFIER.person(), "亲属"), VERIFIER));
    all.add(tried("案号", new LinkLegalCase("京通城管罚字〔2026〕第12号", ""), MEMBER));
    all.add(tried("去案号", new UnlinkLegalCase("京通城管罚字〔2026〕第12号", "写错了", true), MEMBER));
    all.add(tried("标签", new Tag(List.of("汛期"), true), DISPATCHER));
    all.add(tried("全镇停时（系统）", new TownHalt(NOON), Actor.SYSTEM));
    all.add(tried("全镇恢复计时（系统）", new TownResume(NOON), Actor.SYSTEM));
    all.add(tried("重算截止时间（系统）", new Recalculate(List.of()), Actor.SYSTEM));
    return List.copyOf(all);
  }

  private static DispatchTo toVillage(String reason) {
    return new DispatchTo(VILLAGE, List.of(), reason, WORK, RULES.categories());
  }

  /** Another case that tells of the same. */
  private static CaseFile open() {
    return new CaseFile(
        2,
        new CaseNumber("20261123-002"),
        RULES.categories().byCode("G03"),
        new Scene(Optional.empty(), Optional.empty(), Optional.empty()),
        NOON);
  }

  private static SupervisionOrder order(boolean answered) {
    return new SupervisionOrder(
        "20261123-01",
        new CaseNumber("20261123-001"),
        SupervisionOrder.Basis.OVERDUE,
        ONE.code(),
        Optional.empty(),
        OFFICER.person().userid(),
        answered,
        false);
  }

  private static Move sample(Sample.Verdict verdict) {
    return new Sample(verdict, EveryWay.ROSTER, false);
  }

  private static Move result() {
    return EveryWay.result();
  }

  /** How a case gets into each situation, by names of {@link #moves}. */
  static Map<String, List<String>> situations() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("待受理", List.of());
    all.put("待派遣", List.of("立案"));
    all.put("待派遣，退回过", List.of("立案", "派遣", "回退"));
    all.put("待派遣，退回两次", List.of("立案", "派遣", "回退", "派遣（写明理由）", "回退"));
    all.put("待派遣，无人签收", List.of("立案", "派遣", "无人签收（系统）"));
    all.put("待派遣，社区上交过", List.of("立案", "社区自行处理", "上交"));
    all.put("待派遣，上交下派两次", List.of("立案", "社区自行处理", "上交", "提级", "下派"));
    all.put("处置中，未签收", List.of("立案", "派遣"));
    all.put("处置中，已签收", List.of("立案", "派遣", "签收"));
    all.put("处置中，社区已签收", List.of("立案", "社区自行处理", "签收（社区）"));
    all.put("处置中，有协办", List.of("立案", "派遣", "签收", "增派协办"));
    all.put("处置中，协办已签收", List.of("立案", "派遣", "签收", "增派协办", "签收（协办）"));
    all.put("处置中，吹了哨", List.of("立案", "派遣", "签收", "吹哨"));
    all.put("处置中，到了场", List.of("立案", "吹哨（只叫一个）", "签收", "到场"));
    all.put("处置中，收了哨", List.of("立案", "吹哨（只叫一个）", "签收", "到场", "收哨"));
    all.put("处置中，评价到期", List.of("立案", "吹哨（只叫一个）", "签收", "到场", "收哨（不等评价）"));
    all.put("处置中，等批延期", List.of("立案", "派遣", "签收", "申请延期"));
    all.put("处置中，等补充", List.of("立案", "派遣", "签收", "请上报人补充"));
    all.put("处置中，全镇停时", List.of("立案", "派遣", "签收", "全镇停时（系统）"));
    all.put("处置中，领导指定", List.of("立案", "派遣", "回退", "派遣（写明理由）", "回退", "指定主办"));
    all.put("处置中，社区自行处理", List.of("立案", "社区自行处理"));
    all.put("处置中，区级", List.of("立案", "提级"));
    all.put("待核查", List.of("立案", "派遣", "签收", "提交结果（主办）"));
    all.put("待核查，社区自行处理", List.of("立案", "社区自行处理", "签收（社区）", "提交结果（社区）"));
    all.put("待结案", List.of("立案", "派遣", "签收", "提交结果（主办）", "核查通过（要结案）"));
    all.put("已结案", List.of("立案", "派遣", "签收", "提交结果（主办）", "核查通过"));
    all.put("不予立案", List.of("立案", "不予立案"));
    all.put("不予立案，已移送", List.of("立案", "移送"));
    all.put("已并案", List.of("立案", "并案"));
    all.put("作废", List.of("立案", "派遣", "作废"));
    return all;
  }

  /** A case in that situation. */
  static CaseFile in(List<String> way) {
    CaseFile file = EveryWay.received();
    way.forEach(name -> make(file, named(name)));
    return file;
  }

  private static Tried named(String name) {
    return moves().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** Makes the move. */
  static void make(CaseFile file, Tried tried) {
    file.apply(tried.move().apply(file), tried.by().apply(file), NOON);
    if (file.stage() != Stage.INTAKE) {
      file.keepTime(RULES, NOON);
    }
  }

  /** What comes of a move: the stage after it, or why not. */
  record Cell(Optional<Stage> to, String refusal) {
    static Cell of(CaseFile file, Tried tried) {
      try {
        make(file, tried);
        return new Cell(Optional.of(file.stage()), "");
      } catch (Refused refused) {
        return new Cell(Optional.empty(), refused.sentence());
      }
    }
  }
}
