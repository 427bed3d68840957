package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 派遣 编号 给 单位 (协办 单位、单位) (理由 …), 增派 编号 (单位), 指定 编号 单位, 自行处理 编号 (理由 …), 不予立案 编号 原因, 移送 编号 给 单位 回执 号:
 * the dispatch card's buttons as typed lines.
 */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class DispatchCommand implements ChatCommand {
  private final DispatchDesk desk;
  private final RosterFile roster;
  private final Additions additions;

  @Inject
  DispatchCommand(DispatchDesk desk, RosterFile roster, Additions additions) {
    this.additions = additions;
    this.desk = desk;
    this.roster = roster;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    CaseNumber number = line.number();
    switch (line.verb()) {
      case "派遣" -> {
        return Optional.of(dispatched(said, line));
      }
      case "指定" -> {
        Unit unit = unit(line.rest());
        desk.designate(number, unit, said.speaker(), said.now());
        return Optional.of("案件" + number + "已指定" + unit.name() + "主办。");
      }
      case "增派" -> {
        if (line.rest().isEmpty()) {
          additions.offer(number, said.speaker(), said.now());
          return Optional.of("请在稍后的卡片上选协办单位。");
        }
        Unit unit = unit(line.rest());
        desk.add(number, unit, said.speaker(), said.now());
        return Optional.of("案件" + number + "已请" + unit.name() + "协办。");
      }
      case "自行处理" -> {
        String reason = line.rest().replaceFirst("^理由[\\s:：]*", "");
        desk.toCommunity(number, reason, said.speaker(), said.now());
        return Optional.of("案件" + number + "已交社区自行处理。");
      }
      case "不予立案" -> {
        desk.decline(number, line.rest(), said.speaker(), said.now());
        return Optional.of("案件" + number + "不予立案，原因：" + line.rest() + "。");
      }
      case "移送" -> {
        AwayLine away = AwayLine.in(line.rest());
        desk.sendAway(number, away, said.speaker(), said.now());
        return Optional.of(AwayCommand.done(number, away));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private String dispatched(Said said, CaseLine line) {
    Chosen to = DispatchLine.in(line.rest()).chosen(this::unit);
    desk.dispatch(line.number(), to, said.speaker(), said.now());
    String others = to.coUnits().stream().map(Unit::name).collect(Collectors.joining("、"));
    String helped = others.isEmpty() ? "" : "主办，" + others + "协办";
    return "案件" + line.number() + "已派给" + to.unit().name() + helped + "。";
  }

  private Unit unit(String name) {
    return roster
        .inForce()
        .unitNamed(name)
        .orElseThrow(
            () ->
                new Refused(
                    "没有单位“%s”。可以派给：%s。"
                        .formatted(
                            name,
                            roster.inForce().units().stream()
                                .map(Unit::name)
                                .collect(Collectors.joining("、")))));
  }
}
