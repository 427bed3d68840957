package cn.gridcase.web;

import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.web.Cookies.Kept;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 我: whom the service takes me for, how large the letters are, and the way out. */
@MaySee
@Path("/me")
@Produces(MediaType.TEXT_HTML)
class MePage {
  private final SignedIn signedIn;
  private final SignIn signIn;
  private final RosterFile roster;
  private final Cookies cookies;
  private final Frame frame;

  MePage(SignedIn signedIn, SignIn signIn, RosterFile roster, Cookies cookies, Frame frame) {
    this.signedIn = signedIn;
    this.signIn = signIn;
    this.roster = roster;
    this.cookies = cookies;
    this.frame = frame;
  }

  @CheckedTemplate(basePath = "web")
  record me(String name, String roles, List<String> units, List<FontSize> sizes, FontSize size)
      implements TemplateInstance {}

  @GET
  public String show() {
    Person person = signedIn.person();
    return new me(
            person.name(),
            person.roles().stream().sorted().map(Role::chinese).collect(Collectors.joining("、")),
            QuarkusTransaction.requiringNew().call(() -> units(person)),
            List.of(FontSize.values()),
            frame.fontSize())
        .render();
  }

  @POST
  @Path("font-size")
  public Response chooseFontSize(@FormParam("size") String size) {
    return Response.noContent()
        .header("HX-Refresh", "true")
        .cookie(cookies.keep(Kept.FONT, FontSize.read(size).word()))
        .build();
  }

  @POST
  @Path("sign-out")
  public Response signOut() {
    signedIn.token().ifPresent(signIn::signOut);
    return Response.noContent()
        .header("HX-Redirect", SignedOutPage.PATH)
        .cookie(cookies.forget(Kept.SESSION))
        .build();
  }

  private List<String> units(Person person) {
    return Stream.concat(person.unit().stream(), person.community().stream())
        .distinct()
        .map(roster.inForce()::nameOf)
        .toList();
  }
}
