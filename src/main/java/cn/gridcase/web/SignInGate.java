package cn.gridcase.web;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every resource that is not {@link Open}: lets in who is signed in and has a role
 * that may see it; a change also needs the token of a page of theirs, which no other site knows.
 */
class SignInGate {
  /** htmx sends it; a form of another site cannot send any header. */
  static final String FORM_TOKEN = "X-Form-Token";

  private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final SignIn signIn;
  private final SignedIn signedIn;

  @Inject
  SignInGate(SignIn signIn, SignedIn signedIn) {
    this.signIn = signIn;
    this.signedIn = signedIn;
  }

  @ServerRequestFilter
  public Optional<Response> pass(
      ContainerRequestContext request, HttpHeaders headers, ResourceInfo resource) {
    Class<?> page = resource.getResourceClass();
    if (page.isAnnotationPresent(Open.class)) {
      return Optional.empty();
    }
    Optional<Token> token = signIn.token(headers);
    Optional<Person> person = token.flatMap(signIn::person);
    if (token.isEmpty() || person.isEmpty()) {
      return Optional.of(signInFirst(request));
    }
    refuseUnlessMaySee(person.get(), page);
    if (!READING.contains(request.getMethod())) {
      refuseUnlessFromOurPage(request, token.get());
    }
    signedIn.as(person.get(), token.get());
    return Optional.empty();
  }

  /** A change cannot be made up for after signing in: its page is shown again instead. */
  private Response signInFirst(ContainerRequestContext request) {
    boolean page = request.getHeaderString("HX-Request") == null;
    if (page && READING.contains(request.getMethod())) {
      return signIn.leave(new LocalPath(asked(request)));
    }
    return Response.status(Status.UNAUTHORIZED).header("HX-Refresh", "true").build();
  }

  private static String asked(ContainerRequestContext request) {
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    String path = request.getUriInfo().getRequestUri().getRawPath();
    return query == null ? path : path + "?" + query;
  }

  static void refuseUnlessMaySee(Person person, Class<?> page) {
    MaySee who = page.getAnnotation(MaySee.class);
    if (who == null) {
      throw new IllegalStateException(page + " does not say who may see it");
    }
    if (who.value().length > 0 && Arrays.stream(who.value()).noneMatch(person::is)) {
      throw new Refused("您的角色不能看这个页面。需要的话请联系本单位管理员。");
    }
  }

  private static void refuseUnlessFromOurPage(ContainerRequestContext request, Token token) {
    String sent = request.getHeaderString(FORM_TOKEN);
    if (sent == null || !Token.same(sent, token.formToken())) {
      throw new Refused("这个页面已经过期，没有改动任何内容。请重新打开页面再试。");
    }
  }
}
