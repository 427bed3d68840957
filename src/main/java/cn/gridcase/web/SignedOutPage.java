package cn.gridcase.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** 已退出: what is left to see after signing out. */
@Open
@Path(SignedOutPage.PATH)
class SignedOutPage {
  static final String PATH = "/signed-out";

  @CheckedTemplate(basePath = "web")
  record signedOut() implements TemplateInstance {}

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String show() {
    return new signedOut().render();
  }
}
