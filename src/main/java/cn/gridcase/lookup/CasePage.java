package cn.gridcase.lookup;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.TypedLine;
import cn.gridcase.roster.Person;
import cn.gridcase.web.MaySee;
import cn.gridcase.web.SignedIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** 案卷页: one case, for those who may see it, and what they may do to it, said as in chat. */
@MaySee
@Path("/case/{number: " + CaseNumber.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
class CasePage {
  private final SignedIn signedIn;
  private final CaseSight sight;
  private final CaseSheets sheets;
  private final DeedForms forms;
  private final TypedLine typed;

  CasePage(
      SignedIn signedIn, CaseSight sight, CaseSheets sheets, DeedForms forms, TypedLine typed) {
    this.signedIn = signedIn;
    this.sight = sight;
    this.sheets = sheets;
    this.forms = forms;
    this.typed = typed;
  }

  @CheckedTemplate(basePath = "lookup")
  record casePage(CaseSheet sheet, List<DeedForms.Form> forms, String said)
      implements TemplateInstance {}

  /** What changes of the page once something was done. */
  @CheckedTemplate(basePath = "lookup")
  record caseBody(CaseSheet sheet, List<DeedForms.Form> forms, String said)
      implements TemplateInstance {}

  /** What is left of it for somebody who may not see the case any more. */
  @CheckedTemplate(basePath = "lookup")
  record caseGone(String said) implements TemplateInstance {}

  @GET
  public String show(@PathParam("number") String number) {
    var its = new CaseNumber(number);
    return QuarkusTransaction.requiringNew()
        .call(() -> new casePage(sheet(its), forms(its), "").render());
  }

  /** Whoever may not do it is refused by the record, in the words they would read in chat. */
  @POST
  public String act(@PathParam("number") String number, MultivaluedMap<String, String> filled) {
    var its = new CaseNumber(number);
    Deed deed =
        Deeds.called(String.valueOf(filled.getFirst("deed")))
            .orElseThrow(() -> new Refused("这个页面已经过期，没有改动任何内容。请重新打开页面再试。"));
    String said = typed.say(signedIn.person(), deed.sentence(its, filled));
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> new caseBody(sheet(its), forms(its), said).render());
    } catch (Refused goneForThem) {
      return new caseGone(said).render();
    }
  }

  private CaseSheet sheet(CaseNumber number) {
    return sheets.of(number, signedIn.person());
  }

  private List<DeedForms.Form> forms(CaseNumber number) {
    Person reader = signedIn.person();
    CaseFile file = sight.seen(number, reader);
    return forms.of(file, reader);
  }
}
