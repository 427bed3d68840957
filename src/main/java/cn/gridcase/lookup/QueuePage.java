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
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** 指挥中心: every open case, soonest due first; it looks again by itself. */
@MaySee({Role.DISPATCHER, Role.DUTY_OFFICER, Role.VERIFIER, Role.LEADER})
@Path("/queue")
@Produces(MediaType.TEXT_HTML)
class QueuePage {
  private final OpenCases cases;
  private final SignedIn signedIn;

  QueuePage(OpenCases cases, SignedIn signedIn) {
    this.cases = cases;
    this.signedIn = signedIn;
  }

  @CheckedTemplate(basePath = "lookup")
  record queue(List<OpenCases.Line> lines, long overdue, boolean dispatches)
      implements TemplateInstance {}

  @GET
  public String show() {
    Person reader = signedIn.person();
    List<OpenCases.Line> lines = QuarkusTransaction.requiringNew().call(() -> cases.all(reader));
    long overdue = lines.stream().filter(OpenCases.Line::overdue).count();
    boolean dispatches = reader.is(Role.DISPATCHER) || reader.is(Role.DUTY_OFFICER);
    return new queue(lines, overdue, dispatches).render();
  }
}
