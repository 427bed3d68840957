package cn.gridcase.disposal;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Outcome;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 签收 编号, 反馈 编号 情况, 进展 编号 情况, 提交 编号 结果, 回退 编号 原因, 上交 编号 原因, 免除协办 编号 单位 原因, 转办 编号 同事 原因: what a unit
 * does, as typed lines.
 */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class DisposalCommand implements ChatCommand {
  private final Disposal disposal;
  private final OutcomesFile outcomes;
  private final RosterFile roster;
  private final HandingUp handingUp;

  @Inject
  DisposalCommand(
      Disposal disposal, OutcomesFile outcomes, RosterFile roster, HandingUp handingUp) {
    this.handingUp = handingUp;
    this.roster = roster;
    this.disposal = disposal;
    this.outcomes = outcomes;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    CaseNumber number = line.number();
    switch (line.verb()) {
      case "签收" -> {
        disposal.sign(number, said.speaker(), said.now());
        return Optional.of("已签收案件" + number + "。处理后直接回复一句处理情况。");
      }
      case "反馈" -> {
        disposal.told(number, said.speaker(), line.rest(), said.now());
        return Optional.of(AccountCommand.noted(number));
      }
      case "进展" -> {
        disposal.progress(number, line.rest(), said.speaker(), said.now());
        return Optional.of("已记下案件" + number + "的进展。");
      }
      case "免除协办" -> {
        Unit unit = unit(named(line));
        disposal.waive(number, unit, reason(line), said.speaker(), said.now());
        return Optional.of("案件" + number + "已免除" + unit.name() + "的协办。");
      }
      case "转办" -> {
        Person colleague = colleague(said.speaker(), named(line));
        disposal.transfer(number, colleague, reason(line), said.speaker(), said.now());
        return Optional.of("案件" + number + "已转给" + colleague.name() + "，对方签收后由其办理。");
      }
      case "上交" -> {
        return Optional.of(handingUp.handUp(number, line.rest(), said.speaker(), said.now()));
      }
      case "回退" -> {
        disposal.sendBack(number, line.rest(), said.speaker(), said.now());
        return Optional.of("案件" + number + "已退回派遣员，写明的原因他们会看到。");
      }
      case "提交" -> {
        Outcome outcome =
            outcomes.inForce().named(line.rest()).orElseThrow(() -> unknown(number, line.rest()));
        CaseFile file = disposal.submit(number, outcome, said.speaker(), said.now());
        return Optional.of(
            "案件" + number + "已提交（" + outcome.name() + "），" + DisposalFaces.next(file) + "。");
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  /** Who is named, before the reason. */
  private static String named(CaseLine line) {
    return line.rest().replaceFirst("^给\\s*", "").split("[\\s，,]+", 2)[0];
  }

  private static String reason(CaseLine line) {
    String[] words = line.rest().replaceFirst("^给\\s*", "").split("[\\s，,]+", 2);
    return words.length > 1 ? words[1].strip() : "";
  }

  private Person colleague(Person speaker, String name) {
    List<Person> colleagues =
        roster.inForce().membersOf(speaker.unit().orElse("")).stream()
            .filter(each -> !each.equals(speaker))
            .toList();
    return colleagues.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    colleagues.isEmpty()
                        ? "您单位没有别的处置人员，不能转办。"
                        : "您单位没有处置人员“%s”。可以转给：%s。"
                            .formatted(
                                name,
                                colleagues.stream()
                                    .map(Person::name)
                                    .collect(Collectors.joining("、")))));
  }

  private Unit unit(String name) {
    return roster
        .inForce()
        .unitNamed(name)
        .orElseThrow(() -> new Refused("没有单位“" + name + "”。请写单位的全名，例如：免除协办 案件编号 单位 原因"));
  }

  private Refused unknown(CaseNumber number, String outcome) {
    return new Refused(
        "处置结果里没有“%s”。请回复“提交 %s 结果”，结果写下面之一：%s。"
            .formatted(
                outcome,
                number,
                outcomes.inForce().outcomes().stream()
                    .map(Outcome::name)
                    .collect(Collectors.joining("、"))));
  }
}
