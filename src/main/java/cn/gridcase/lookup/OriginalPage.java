package cn.gridcase.lookup;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
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
import java.io.InputStream;
import java.util.UUID;

/**
 * 原图: a photo as it was sent, with the time and place that the camera noted; whoever takes it says
 * why, and both are written down.
 */
@MaySee({Role.DISPATCHER, Role.DUTY_OFFICER})
@Path(OriginalPage.PATH)
@Produces(MediaType.TEXT_HTML)
class OriginalPage {
  static final String PATH = "/original/{id: [0-9a-f-]{36}}";

  private static final int FEWEST_CHARACTERS = 4;
  private static final int MOST_CHARACTERS = 100;

  private final SignedIn signedIn;
  private final PhotoSight sight;
  private final Photos photos;
  private final ServiceClock clock;

  OriginalPage(SignedIn signedIn, PhotoSight sight, Photos photos, ServiceClock clock) {
    this.signedIn = signedIn;
    this.sight = sight;
    this.photos = photos;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "lookup")
  record original(String number, UUID id, int most) implements TemplateInstance {}

  static boolean isFor(Person reader) {
    return reader.is(Role.DISPATCHER) || reader.is(Role.DUTY_OFFICER);
  }

  @GET
  public String ask(@PathParam("id") UUID id) {
    Person reader = signedIn.person();
    CaseNumber number = QuarkusTransaction.requiringNew().call(() -> sight.seen(id, reader));
    return new original(number.text(), id, MOST_CHARACTERS).render();
  }

  @POST
  public Response open(
      @PathParam("id") UUID id, @FormParam("purpose") @DefaultValue("") String purpose) {
    String why = checked(purpose);
    Person reader = signedIn.person();
    UUID opening = QuarkusTransaction.requiringNew().call(() -> opened(id, reader, why));
    return Response.noContent().header("HX-Redirect", "/original/" + id + "/" + opening).build();
  }

  /** For the one who has just said why. */
  @GET
  @Path("{opening: [0-9a-f-]{36}}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response take(@PathParam("id") UUID id, @PathParam("opening") UUID opening) {
    Person reader = signedIn.person();
    InputStream bytes =
        QuarkusTransaction.requiringNew()
            .call(() -> photos.original(id, opening, reader, clock.now()))
            .orElseThrow(() -> new Refused("原图要在写明用途后十分钟内取。请重新填写用途。"));
    return Response.ok(bytes)
        .header("Content-Disposition", "attachment; filename=\"" + id + ".jpg\"")
        .build();
  }

  private UUID opened(UUID id, Person reader, String why) {
    sight.seen(id, reader);
    return photos.opened(id, reader, why, clock.now());
  }

  private static String checked(String purpose) {
    String why = purpose.strip();
    if (why.length() < FEWEST_CHARACTERS || why.length() > MOST_CHARACTERS) {
      throw new Refused("请写明用途，4到100个字，例如：行政处罚取证。没有打开原图。");
    }
    return why;
  }
}
