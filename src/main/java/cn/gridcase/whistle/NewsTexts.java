package cn.gridcase.whistle;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Whistle;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What whoever blew, and the lead, hear of those who come or do not. */
@ApplicationScoped
class NewsTexts {
  private final Outbox outbox;
  private final RosterFile roster;
  private final CalendarFile calendars;
  private final Actors actors;

  @Inject
  NewsTexts(Outbox outbox, RosterFile roster, CalendarFile calendars, Actors actors) {
    this.outbox = outbox;
    this.roster = roster;
    this.calendars = calendars;
    this.actors = actors;
  }

  @CheckedTemplate(basePath = "whistle")
  record came(String number, String kind, String standing, List<String> lines)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "whistle")
  record refused(String number, String kind, String unit, String reason, boolean open)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "whistle")
  record stopped(String number, String kind, String stage) implements TemplateInstance {}

  /** Who has come, and who has not; one message, whatever has happened since the last. */
  void tell(CaseFile file, Whistle whistle, Instant now) {
    String lead = file.assignment().map(Assignment::unit).orElse("");
    List<String> lines = whistle.calls().stream().map(call -> line(file, call)).toList();
    boolean isOnlyLead =
        whistle.calls().stream()
            .filter(call -> call.arrived().isPresent())
            .allMatch(call -> call.unit().equals(lead));
    Stream<Person> leading =
        isOnlyLead ? Stream.empty() : roster.inForce().membersOf(lead).stream();
    post(
        file,
        Stream.concat(blower(whistle).stream(), leading),
        new came(
            file.number().text(), whistle.kind().chinese(), WhistleFaces.standing(whistle), lines),
        now);
  }

  /** A unit will not come; the lead and the dispatchers hear of its share anyway. */
  void refused(CaseFile file, Whistle whistle, String unit, String reason, Instant now) {
    String lead = file.assignment().map(Assignment::unit).orElse("");
    post(
        file,
        blower(whistle).stream()
            .filter(who -> !who.is(Role.DISPATCHER) && !who.is(Role.UNIT_MEMBER, lead)),
        new refused(
            file.number().text(),
            whistle.kind().chinese(),
            roster.inForce().nameOf(unit),
            reason,
            whistle.isOpen()),
        now);
  }

  /** 中止: the case went elsewhere; whoever took it there knows. */
  void stopped(CaseFile file, Whistle whistle, Person by, Instant now) {
    post(
        file,
        blower(whistle).stream().filter(who -> !who.equals(by)),
        new stopped(file.number().text(), whistle.kind().chinese(), file.stage().chinese()),
        now);
  }

  private Optional<Person> blower(Whistle whistle) {
    return roster.inForce().person(actors.blower(whistle));
  }

  private String line(CaseFile file, WhistleCall call) {
    String unit = roster.inForce().nameOf(call.unit());
    if (call.arrived().isPresent()) {
      String late = call.lateMinutes() > 0 ? "，晚了" + call.lateMinutes() + "分钟" : "";
      String away = call.away().isEmpty() ? "" : "，" + call.away();
      return unit + "：" + calendars.inForce().said(call.arrived().get()) + "到场" + late + away;
    }
    return call.out()
        .map(
            out ->
                switch (out) {
                  case REFUSED -> unit + "：说不来";
                  case WAIVED -> unit + "：已免除";
                  case LOST -> unit + "：联系不上";
                })
        .orElseGet(
            () -> unit + (file.assignments().lastOf(call.unit()).isOpen() ? "：还没到" : "：没有报到场，已办完"));
  }

  private void post(CaseFile file, Stream<Person> whom, TemplateInstance text, Instant now) {
    String said = text.render().strip();
    String number = file.number().text();
    whom.distinct().forEach(who -> outbox.post(NewMessage.text(who.userid(), number, said, now)));
  }
}
