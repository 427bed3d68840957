package cn.gridcase.lookup;

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

/** 我的待办: what waits for whoever looks. */
@MaySee
@Path("/todo")
@Produces(MediaType.TEXT_HTML)
class TodoPage {
  private final SignedIn signedIn;
  private final OpenCases cases;

  TodoPage(SignedIn signedIn, OpenCases cases) {
    this.signedIn = signedIn;
    this.cases = cases;
  }

  @CheckedTemplate(basePath = "lookup")
  record todo(List<OpenCases.Line> lines) implements TemplateInstance {}

  @GET
  public String show() {
    return QuarkusTransaction.requiringNew()
        .call(() -> new todo(cases.of(signedIn.person())).render());
  }
}
