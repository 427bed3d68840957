package cn.gridcase.supervision;

import cn.gridcase.Refused;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** 全镇停时 原因, 全镇恢复: the duty officer stops all clocks, or lets them go on. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class HaltCommand implements ChatCommand {
  private static final String HALT = "全镇停时";
  private static final String RESUME = "全镇恢复";
  private static final Set<Role> TOLD =
      Set.of(
          Role.DISPATCHER,
          Role.DUTY_OFFICER,
          Role.UNIT_MEMBER,
          Role.UNIT_HEAD,
          Role.UNIT_LEADER,
          Role.CENTRE_LEADER,
          Role.CHIEF);

  private final TownHalts halts;
  private final RosterFile roster;
  private final Outbox outbox;
  private final CalendarFile calendars;

  @Inject
  HaltCommand(TownHalts halts, RosterFile roster, Outbox outbox, CalendarFile calendars) {
    this.halts = halts;
    this.roster = roster;
    this.outbox = outbox;
    this.calendars = calendars;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (said.text().equals(RESUME)) {
      return Optional.of(Reply.line(resume(said)));
    }
    return said.text().startsWith(HALT)
        ? Optional.of(Reply.line(halt(said, said.text().substring(HALT.length()).strip())))
        : Optional.empty();
  }

  private String halt(Said said, String reason) {
    mustBeInCharge(said, HALT);
    if (reason.isEmpty()) {
      throw new Refused("请写明原因，例如：全镇停时 暴雨红色预警。停时以后各案件停止计时，按小时计的应急案件除外。");
    }
    if (!halts.begin(reason, said.now())) {
      throw new Refused("全镇已经停时，要恢复请回复：全镇恢复");
    }
    tell(said, "全镇停时：" + reason + "。从" + when(said) + "起各案件停止计时，按小时计的应急案件除外；恢复时另行通知。");
    return "已全镇停时，恢复请回复：全镇恢复";
  }

  private String resume(Said said) {
    mustBeInCharge(said, RESUME);
    if (!halts.end(said.now())) {
      throw new Refused("全镇没有停时，不用恢复。");
    }
    tell(said, "全镇恢复计时：从" + when(said) + "起各案件接着计时，截止时间已顺延，回复案件编号可以看。");
    return "已全镇恢复计时，各案件的截止时间正在顺延。";
  }

  private static void mustBeInCharge(Said said, String deed) {
    if (!said.speaker().is(Role.DUTY_OFFICER)) {
      throw new Refused("值班长才能" + deed + "。如需办理，请联系指挥中心。");
    }
  }

  private String when(Said said) {
    return calendars.inForce().said(said.now());
  }

  private void tell(Said said, String text) {
    roster.inForce().people().stream()
        .filter(each -> TOLD.stream().anyMatch(each::is) && !each.equals(said.speaker()))
        .forEach(each -> outbox.post(NewMessage.text(each.userid(), HALT, text, said.now())));
  }
}
