package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.chat.TypedLine;
import cn.gridcase.roster.Role;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** 值班: who of which unit gets new work; one changes one's own duty, said as in chat. */
@MaySee({
  Role.DISPATCHER,
  Role.DUTY_OFFICER,
  Role.UNIT_MEMBER,
  Role.UNIT_HEAD,
  Role.LEADER,
  Role.CENTRE_LEADER,
  Role.CHIEF
})
@Path("/roster")
@Produces(MediaType.TEXT_HTML)
class RosterPage {
  private final SignedIn signedIn;
  private final RosterSheets sheets;
  private final TypedLine typed;

  RosterPage(SignedIn signedIn, RosterSheets sheets, TypedLine typed) {
    this.signedIn = signedIn;
    this.sheets = sheets;
    this.typed = typed;
  }

  @CheckedTemplate(basePath = "dispatch")
  record roster(RosterSheet sheet, String said) implements TemplateInstance {}

  /** What changes of the page once something was said. */
  @CheckedTemplate(basePath = "dispatch")
  record rosterBody(RosterSheet sheet, String said) implements TemplateInstance {}

  @GET
  public String show() {
    return new roster(sheet(), "").render();
  }

  @POST
  public String say(
      @FormParam("deed") @DefaultValue("") String deed,
      @FormParam("days") @DefaultValue("") String days,
      @FormParam("who") @DefaultValue("") String who) {
    String said = typed.say(signedIn.person(), line(deed, days, who));
    return new rosterBody(sheet(), said).render();
  }

  private static String line(String deed, String days, String who) {
    return switch (deed) {
      case "我值班", "销假" -> deed;
      case "交班" -> who.isBlank() ? deed : "交班 给 " + who;
      case "请假" ->
          days.isBlank() ? deed : "请假 " + days + "天" + (who.isBlank() ? "" : " " + who + "代");
      default -> throw new Refused("这个页面已经过期，没有改动任何内容。请重新打开页面再试。");
    };
  }

  private RosterSheet sheet() {
    return QuarkusTransaction.requiringNew().call(() -> sheets.of(signedIn.person()));
  }
}
