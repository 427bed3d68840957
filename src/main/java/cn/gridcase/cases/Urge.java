package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 催办: somebody entitled presses whoever owes the next step; nothing else changes.
 *
 * @param words who is pressed reads them; may be empty
 * @param soFar the history, read while the case is locked: its reporter urges once a working day
 */
public record Urge(String words, List<HistoryLine> soFar, WorkCalendar calendar) implements Move {
  public static final String TERM = "催办";

  public Urge {
    soFar = List.copyOf(soFar);
  }

  @Override
  public String chinese() {
    return TERM;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    boolean isReporter = actor.ref().equals(file.reporter());
    boolean isInCharge = isInCharge(actor.person(), file);
    if (!isReporter && !isInCharge) {
      throw new Refused("上报人、派遣员、值班长、案件所在单位的负责人和领导才能催办。如需办理，请联系指挥中心。");
    }
    String number = file.number().text();
    if (file.stage().isEnd()) {
      throw new Refused("案件" + number + file.stage().chinese() + "，不用催办。");
    }
    file.clock()
        .ledger()
        .ownPause()
        .ifPresent(
            pause -> {
              throw new Refused("案件" + number + "正在" + pause.kind().chinese() + "，停止计时，恢复以后才能催办。");
            });
    if (!isInCharge && urgedSinceWork(now)) {
      throw new Refused("案件" + number + "您已经催办过，一个工作日催一次。办理单位已经收到，请等一等。");
    }
    return Change.to(file.stage()).words(words);
  }

  private static boolean isInCharge(Person person, CaseFile file) {
    return List.of(Role.DISPATCHER, Role.DUTY_OFFICER, Role.LEADER, Role.CENTRE_LEADER, Role.CHIEF)
            .stream()
            .anyMatch(person::is)
        || file.assignment().filter(its -> !its.isEnded()).stream()
            .anyMatch(its -> leads(person, its.unit()))
        || file.assignments().openCoUnits().stream().anyMatch(its -> leads(person, its.unit()));
  }

  private static boolean leads(Person person, String unit) {
    return person.is(Role.UNIT_HEAD, unit) || person.is(Role.UNIT_LEADER, unit);
  }

  /** Whether no working day has begun since the reporter urged last. */
  private boolean urgedSinceWork(Instant now) {
    LocalDate today = day(now);
    return soFar.stream()
        .filter(line -> line.byReporter() && line.move().equals(TERM))
        .map(line -> day(line.at()))
        .anyMatch(urged -> !workedBetween(urged, today));
  }

  private boolean workedBetween(LocalDate urged, LocalDate today) {
    return urged.plusDays(1).datesUntil(today.plusDays(1)).anyMatch(calendar::isWorkingDay);
  }

  private LocalDate day(Instant at) {
    return at.atZone(calendar.zone()).toLocalDate();
  }
}
