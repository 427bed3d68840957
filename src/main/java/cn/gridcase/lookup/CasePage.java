package cn.gridcase.lookup;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.web.MaySee;
import cn.gridcase.web.SignedIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** 案卷页: one case, for those who may see it. */
@MaySee
@Path("/case/{number: " + CaseNumber.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
class CasePage {
  private final SignedIn signedIn;
  private final CaseSheets sheets;

  CasePage(SignedIn signedIn, CaseSheets sheets) {
    this.signedIn = signedIn;
    this.sheets = sheets;
  }

  @CheckedTemplate(basePath = "lookup")
  record casePage(CaseSheet sheet) implements TemplateInstance {}

  @GET
  public String show(@PathParam("number") String number) {
    return QuarkusTransaction.requiringNew()
        .call(() -> new casePage(sheets.of(new CaseNumber(number), signedIn.person())).render());
  }
}
