package cn.gridcase.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where WeCom sends a browser back to. */
@Open
@Path(SignInPage.PATH)
class SignInPage {
  static final String PATH = "/sign-in";

  private final SignIn signIn;

  SignInPage(SignIn signIn) {
    this.signIn = signIn;
  }

  @GET
  public Response back(
      @Context HttpHeaders request,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("code") @DefaultValue("") String code) {
    return signIn.comeBack(request, state, code);
  }
}
