package cn.gridcase.lookup;

import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.web.MaySee;
import cn.gridcase.web.SignedIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** 指挥中心: every open case, soonest due first, or some of them; it looks again by itself. */
@MaySee({
  Role.DISPATCHER,
  Role.DUTY_OFFICER,
  Role.VERIFIER,
  Role.LEADER,
  Role.CENTRE_LEADER,
  Role.CHIEF
})
@Path("/queue")
@Produces(MediaType.TEXT_HTML)
class QueuePage {
  private static final int MOST = 200;

  private final OpenCases cases;
  private final SignedIn signedIn;

  QueuePage(OpenCases cases, SignedIn signedIn) {
    this.cases = cases;
    this.signedIn = signedIn;
  }

  /**
   * The list.
   *
   * @param all how many are open
   * @param some how many of them were chosen
   */
  @CheckedTemplate(basePath = "lookup")
  record queue(
      List<OpenCases.Line> lines,
      int all,
      int some,
      long overdue,
      boolean dispatches,
      List<Sieve.Row> rows,
      String address)
      implements TemplateInstance {}

  @GET
  public String show(@Context UriInfo asked) {
    Person reader = signedIn.person();
    List<OpenCases.Line> all = QuarkusTransaction.requiringNew().call(() -> cases.all(reader));
    Sieve sieve =
        Sieve.asked(
            "/queue",
            List.of(Facet.STAGE, Facet.LIGHT, Facet.UNIT, Facet.TAG),
            asked.getQueryParameters());
    List<OpenCases.Line> some = sieve.of(all);
    return new queue(
            some.stream().limit(MOST).toList(),
            all.size(),
            some.size(),
            some.stream().filter(OpenCases.Line::overdue).count(),
            reader.is(Role.DISPATCHER) || reader.is(Role.DUTY_OFFICER),
            sieve.rows(all),
            sieve.address())
        .render();
  }
}
