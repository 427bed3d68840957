package cn.gridcase.dispatch;

import cn.gridcase.dispatch.RosterSheet.Day;
import cn.gridcase.dispatch.RosterSheet.Mine;
import cn.gridcase.dispatch.RosterSheet.Someone;
import cn.gridcase.dispatch.RosterSheet.UnitDuty;
import cn.gridcase.roster.Duty;
import cn.gridcase.roster.DutyDay;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up 值班页 for one reader, in the caller's transaction. */
@ApplicationScoped
class RosterSheets {
  /** How many days to come are shown. */
  private static final int AHEAD = 6;

  /** Who sees every unit; all others see their own. */
  private static final List<Role> OF_CENTRE =
      List.of(
          Role.DISPATCHER,
          Role.DUTY_OFFICER,
          Role.VERIFIER,
          Role.LEADER,
          Role.UNIT_LEADER,
          Role.CENTRE_LEADER,
          Role.CHIEF);

  private static final List<Role> SEE_ALL =
      List.of(Role.DISPATCHER, Role.DUTY_OFFICER, Role.LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  private final RosterFile roster;
  private final Duty duty;
  private final DutyTexts texts;
  private final LoadFigures loads;
  private final ReachFigures reach;
  private final CalendarFile calendars;
  private final ServiceClock clock;

  @Inject
  RosterSheets(
      RosterFile roster,
      Duty duty,
      DutyTexts texts,
      LoadFigures loads,
      ReachFigures reach,
      CalendarFile calendars,
      ServiceClock clock) {
    this.roster = roster;
    this.duty = duty;
    this.texts = texts;
    this.loads = loads;
    this.reach = reach;
    this.calendars = calendars;
    this.clock = clock;
  }

  RosterSheet of(Person reader) {
    Instant now = clock.now();
    Map<String, Instant> unreached = reach.unreached();
    Map<String, Integer> open = loads.open();
    boolean seesAll = SEE_ALL.stream().anyMatch(reader::is);
    return new RosterSheet(
        mine(reader, now),
        roster.inForce().units().stream()
            .filter(unit -> seesAll || isOf(reader, unit))
            .sorted(Comparator.comparing(unit -> !isOf(reader, unit)))
            .map(unit -> unit(unit, open.getOrDefault(unit.code(), 0), unreached, now))
            .toList(),
        seesAll
            ? roster.inForce().withAny(OF_CENTRE).stream()
                .map(person -> someone(person, "", unreached))
                .toList()
            : List.of());
  }

  private Optional<Mine> mine(Person reader, Instant now) {
    return reader
        .unit()
        .filter(unit -> reader.is(Role.UNIT_MEMBER))
        .map(unit -> duty.day(roster.inForce().unit(unit), now))
        .map(
            day ->
                new Mine(
                    day.unit().name(),
                    day.onDuty().contains(reader),
                    !day.present().contains(reader),
                    day.present().stream()
                        .filter(each -> !each.equals(reader))
                        .map(Person::name)
                        .toList()));
  }

  private UnitDuty unit(Unit unit, int load, Map<String, Instant> unreached, Instant now) {
    DutyDay today = duty.day(unit, now);
    return new UnitDuty(
        unit.name(),
        load,
        texts.of(today).substring(unit.name().length()),
        unit.duty().isEmpty()
            ? List.of()
            : IntStream.rangeClosed(1, AHEAD).mapToObj(days -> day(unit, days, now)).toList(),
        roster.inForce().people().stream()
            .filter(person -> isOf(person, unit))
            .map(person -> someone(person, state(person, today), unreached))
            .toList());
  }

  private Day day(Unit unit, int days, Instant now) {
    Instant then = now.plus(Duration.ofDays(days));
    List<Person> turn = duty.day(unit, then).onDuty();
    return new Day(
        then.atZone(calendars.inForce().zone())
            .getDayOfWeek()
            .getDisplayName(TextStyle.SHORT, Locale.CHINA),
        turn.isEmpty() ? "没有排班" : turn.stream().map(Person::name).collect(Collectors.joining("、")));
  }

  private static String state(Person person, DutyDay today) {
    if (today.onDuty().contains(person)) {
      return "今天值班";
    }
    return person.is(Role.UNIT_MEMBER) && !today.present().contains(person) ? "不在" : "";
  }

  private Someone someone(Person person, String state, Map<String, Instant> unreached) {
    return new Someone(
        person.name(),
        person.roles().stream().sorted().map(Role::chinese).collect(Collectors.joining("、")),
        state,
        Optional.ofNullable(unreached.get(person.userid()))
            .map(since -> calendars.inForce().said(since) + "起收不到消息")
            .orElse(""));
  }

  private static boolean isOf(Person person, Unit unit) {
    return person.unit().filter(unit.code()::equals).isPresent();
  }
}
