package cn.gridcase.digest;

import cn.gridcase.Refused;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.Role;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** 简报: today so far, in one line whose parts add up. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class DigestCommand implements ChatCommand {
  private static final Set<Role> READERS =
      Set.of(Role.LEADER, Role.DUTY_OFFICER, Role.DISPATCHER, Role.ADMINISTRATOR);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final DigestFigures figures;
  private final CalendarFile calendars;

  @Inject
  DigestCommand(DigestFigures figures, CalendarFile calendars) {
    this.figures = figures;
    this.calendars = calendars;
  }

  @CheckedTemplate(basePath = "digest")
  record today(String until, Counts day) implements TemplateInstance {}

  @Override
  public Optional<Reply> hear(Said said) {
    if (!said.text().equals("简报")) {
      return Optional.empty();
    }
    if (READERS.stream().noneMatch(said.speaker()::is)) {
      throw new Refused("简报发给领导、值班长和派遣员。您可以发案件编号查进度。");
    }
    WorkCalendar calendar = calendars.inForce();
    ZonedDateTime now = said.now().atZone(calendar.zone());
    Instant start = now.toLocalDate().atStartOfDay(calendar.zone()).toInstant();
    String until = CLOCK.format(now);
    Counts day = figures.counts(new DigestFigures.Span(start, said.now(), said.now()));
    return Optional.of(Reply.line(new today(until, day).render().strip()));
  }
}
