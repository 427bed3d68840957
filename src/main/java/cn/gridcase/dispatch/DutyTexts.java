package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.roster.Duty;
import cn.gridcase.roster.DutyDay;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.StandIn;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What people read about who is on duty 值班. */
@ApplicationScoped
class DutyTexts {
  private final Duty duty;
  private final RosterFile roster;
  private final CalendarFile calendars;

  @Inject
  DutyTexts(Duty duty, RosterFile roster, CalendarFile calendars) {
    this.duty = duty;
    this.roster = roster;
    this.calendars = calendars;
  }

  /** The command centre sees every unit that keeps a list, all others their own. */
  String asked(Person speaker, Instant now) {
    if (speaker.is(Role.DISPATCHER) || speaker.is(Role.DUTY_OFFICER)) {
      return ofAll(now);
    }
    return speaker
        .unit()
        .map(unit -> of(duty.day(roster.inForce().unit(unit), now)))
        .orElseThrow(() -> new Refused("值班表是处置单位的，您不在处置单位。要找值班的人，请联系指挥中心。"));
  }

  private String ofAll(Instant now) {
    List<DutyDay> told =
        roster.inForce().units().stream()
            .map(unit -> duty.day(unit, now))
            .filter(day -> !day.listed().isEmpty() || !day.standIns().isEmpty())
            .toList();
    String rest = "没有排值班的单位，新任务发给全体处置人员。";
    return told.isEmpty()
        ? "今天各单位都没有排值班，新任务发给全体处置人员。"
        : told.stream().map(this::of).collect(Collectors.joining("\n")) + "\n" + rest;
  }

  String of(DutyDay day) {
    String first = names(day.first());
    String who = day.onDuty().isEmpty() ? "今天没有人值班，新任务发给" + first : "今天值班：" + first + "，新任务先发给他们";
    String away = day.absences().stream().map(this::away).collect(Collectors.joining("；"));
    return day.unit().name() + who + "。" + (away.isEmpty() ? "" : "不在：" + away + "。");
  }

  /** When this person, who is away, is back. */
  String until(Person away, Instant now) {
    return duty.day(roster.inForce().unit(away.unit().orElseThrow()), now).absences().stream()
        .filter(one -> one.away().filter(away::hasUserid).isPresent())
        .findFirst()
        .map(one -> calendars.inForce().said(one.until()))
        .orElseThrow();
  }

  private String away(StandIn one) {
    return name(one.away().orElseThrow())
        + "（到"
        + calendars.inForce().said(one.until())
        + one.standby().map(userid -> "，" + name(userid) + "代").orElse("")
        + "）";
  }

  private String name(String userid) {
    return roster.inForce().person(userid).map(Person::name).orElse(userid);
  }

  private static String names(List<Person> people) {
    return people.stream().map(Person::name).collect(Collectors.joining("、"));
  }
}
