package cn.gridcase.roster;

import cn.gridcase.Refused;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 值班: who of a unit gets new work first; the roster's list, and what people hand over by chat. */
@ApplicationScoped
public class Duty {
  private static final int LONGEST = 30;

  private final RosterFile roster;
  private final StandIns standIns;
  private final CalendarFile calendars;

  @Inject
  Duty(RosterFile roster, StandIns standIns, CalendarFile calendars) {
    this.roster = roster;
    this.standIns = standIns;
    this.calendars = calendars;
  }

  /** Whom a new assignment of this unit goes to first; everybody, where nobody is on duty. */
  public List<Person> onDuty(String unit, Instant now) {
    return roster.inForce().unitNamed(unit).map(its -> day(its, now).first()).orElse(List.of());
  }

  /** How it stands with the unit now. */
  public DutyDay day(Unit unit, Instant now) {
    return new DutyDay(
        unit,
        roster.inForce().membersOf(unit.code()),
        unit.dutyOn(today(now).getDayOfWeek()),
        standIns.of(unit.code(), now));
  }

  /** 交班: until midnight somebody else has the speaker's turn; returns who. */
  public Person handOver(Person speaker, String to, Instant now) {
    DutyDay day = dayOf(speaker, now);
    if (!day.onDuty().contains(speaker)) {
      throw new Refused("您现在不值班，不用交班。回复“值班”可以看今天谁值班。");
    }
    Person taker = colleague(to, speaker, day);
    standIns.add(day.unit().code(), inPlaceOf(speaker, Optional.of(taker), 1, now), now);
    return taker;
  }

  /** 我值班: the speaker is back if they were away, and on duty until midnight. */
  public DutyDay takeOn(Person speaker, Instant now) {
    standIns.end(speaker.userid(), now);
    DutyDay day = dayOf(speaker, now);
    if (day.onDuty().contains(speaker)) {
      return day;
    }
    var offer = new StandIn(Optional.empty(), Optional.of(speaker.userid()), midnight(1, now));
    standIns.add(day.unit().code(), offer, now);
    return dayOf(speaker, now);
  }

  /** 请假: the speaker gets nothing new for some days, today included; returns who stands in. */
  public Optional<Person> leave(Person speaker, int days, Optional<String> by, Instant now) {
    if (days < 1 || days > LONGEST) {
      throw new Refused("一次请假1到" + LONGEST + "天；更久的请管理员改花名册。");
    }
    DutyDay day = dayOf(speaker, now);
    Optional<Person> standby = by.map(name -> colleague(name, speaker, day));
    if (day.present().stream().allMatch(speaker::equals)) {
      throw new Refused(day.unit().name() + "现在没有别的人在岗，您请假后没有人收新任务。请先安排好同事，或者请管理员在花名册里加人。");
    }
    standIns.end(speaker.userid(), now);
    standIns.add(day.unit().code(), inPlaceOf(speaker, standby, days, now), now);
    return standby;
  }

  /** 销假: the speaker is back before their time. */
  public void back(Person speaker, Instant now) {
    if (!standIns.end(speaker.userid(), now)) {
      throw new Refused("您没有请假，也没有交班，不用销假。");
    }
  }

  private StandIn inPlaceOf(Person away, Optional<Person> standby, int days, Instant now) {
    return new StandIn(
        Optional.of(away.userid()), standby.map(Person::userid), midnight(days, now));
  }

  private DutyDay dayOf(Person speaker, Instant now) {
    return speaker
        .unit()
        .filter(unit -> speaker.is(Role.UNIT_MEMBER))
        .map(unit -> day(roster.inForce().unit(unit), now))
        .orElseThrow(() -> new Refused("处置人员才能值班、交班、请假。"));
  }

  private static Person colleague(String name, Person speaker, DutyDay day) {
    List<Person> others = day.present().stream().filter(each -> !each.equals(speaker)).toList();
    List<Person> meant =
        others.stream().filter(each -> each.name().equals(name) || each.hasUserid(name)).toList();
    if (meant.size() != 1) {
      throw new Refused(
          "%s在岗的处置人员里%s“%s”。可以写：%s。"
              .formatted(
                  day.unit().name(),
                  meant.isEmpty() ? "没有" : "不止一个",
                  name,
                  others.stream()
                      .map(each -> meant.contains(each) ? each.userid() : each.name())
                      .collect(Collectors.joining("、"))));
    }
    return meant.get(0);
  }

  /** The end of a stretch of so many days that begins today. */
  private Instant midnight(int days, Instant now) {
    return today(now).plusDays(days).atStartOfDay(zone()).toInstant();
  }

  private LocalDate today(Instant now) {
    return now.atZone(zone()).toLocalDate();
  }

  private ZoneId zone() {
    return calendars.inForce().zone();
  }
}
