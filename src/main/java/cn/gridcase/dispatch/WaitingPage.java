package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Recusals;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.web.MaySee;
import cn.gridcase.web.SignedIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** 待派遣: the part of the command centre's page from which one dispatches; it looks again itself. */
@MaySee({Role.DISPATCHER, Role.DUTY_OFFICER})
@Path("/queue/waiting")
@Produces(MediaType.TEXT_HTML)
class WaitingPage {
  private static final int MOST = 20;

  private final SignedIn signedIn;
  private final WaitingFigures figures;
  private final DispatchDesk desk;
  private final Suggestions suggestions;
  private final CaseFiles caseFiles;
  private final CategoriesFile categories;
  private final RosterFile roster;
  private final CalendarFile calendars;
  private final ServiceClock clock;
  private final Recusals recusals;

  WaitingPage(
      SignedIn signedIn,
      WaitingFigures figures,
      DispatchDesk desk,
      Suggestions suggestions,
      CaseFiles caseFiles,
      CategoriesFile categories,
      RosterFile roster,
      CalendarFile calendars,
      ServiceClock clock,
      Recusals recusals) {
    this.signedIn = signedIn;
    this.figures = figures;
    this.desk = desk;
    this.recusals = recusals;
    this.suggestions = suggestions;
    this.caseFiles = caseFiles;
    this.categories = categories;
    this.roster = roster;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * A case that waits.
   *
   * @param due 截止时间; empty while its clock stands still
   * @param suggested the unit, and why
   * @param units that one first
   */
  public record Waiting(
      String number,
      String category,
      String place,
      String due,
      String suggested,
      List<Unit> units) {}

  @CheckedTemplate(basePath = "dispatch")
  record waiting(List<Waiting> cases, int most) implements TemplateInstance {}

  @GET
  public String show() {
    return new waiting(QuarkusTransaction.requiringNew().call(this::cases), MOST).render();
  }

  @POST
  @Path("{number: [0-9-]+}")
  public Response dispatch(
      @PathParam("number") String number, @FormParam("unit") @DefaultValue("") String unit) {
    Person dispatcher = signedIn.person();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                desk.dispatch(
                    new CaseNumber(number),
                    Chosen.alone(desk.unit(unit)),
                    dispatcher,
                    clock.now()));
    // The list below hears it and looks again, too.
    return Response.ok(show()).header("HX-Trigger", "dispatched").build();
  }

  private List<Waiting> cases() {
    Instant now = clock.now();
    return figures.soonest(signedIn.person(), MOST).stream()
        .map(caseFiles::numbered)
        .filter(file -> !file.forwarding().isFrozen())
        .filter(file -> !recusals.isWithheld(file.number(), signedIn.person().userid()))
        .map(file -> waiting(file, now))
        .toList();
  }

  private Waiting waiting(CaseFile file, Instant now) {
    Suggestion suggested = suggestions.of(file, now);
    return new Waiting(
        file.number().text(),
        categories.inForce().byCode(file.category()).name(),
        file.community().map(roster.inForce()::nameOf).orElse("未注明"),
        file.due().map(due -> due.said(calendars.inForce().zone())).orElse(""),
        suggested.said(),
        suggested.ranked());
  }
}
