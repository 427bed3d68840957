package cn.gridcase.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;

/** What the layout asks of each page's request, as {@code inject:frame} in templates. */
@Named("frame")
@RequestScoped
public class Frame {
  private final HttpHeaders request;
  private final Cookies cookies;
  private final SignedIn signedIn;
  private final StaticFiles files;

  @Inject
  Frame(HttpHeaders request, Cookies cookies, SignedIn signedIn, StaticFiles files) {
    this.request = request;
    this.cookies = cookies;
    this.signedIn = signedIn;
    this.files = files;
  }

  /** 字号 this browser was last set to. */
  FontSize fontSize() {
    return FontSize.read(cookies.read(request, Cookies.Kept.FONT).orElse(""));
  }

  /** The word of the size, for the layout's class. */
  public String font() {
    return fontSize().word();
  }

  /** What htmx sends along with every change; empty on an open page. */
  public String formToken() {
    return signedIn.token().map(Token::formToken).orElse("");
  }

  /** The address of a static file, which changes with what is in it. */
  public String file(String name) {
    return files.address(name);
  }
}
