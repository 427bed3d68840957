package cn.gridcase.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What the layout asks of each page's request, as {@code inject:frame} in templates. */
@Named("frame")
@RequestScoped
public class Frame {
  private final HttpHeaders request;
  private final UriInfo address;
  private final Cookies cookies;
  private final SignedIn signedIn;
  private final StaticFiles files;

  @Inject
  Frame(
      HttpHeaders request, UriInfo address, Cookies cookies, SignedIn signedIn, StaticFiles files) {
    this.request = request;
    this.address = address;
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

  /**
   * A link of 导航.
   *
   * @param here whether this is the page one is on
   */
  public record Link(String path, String chinese, boolean here) {}

  /** 导航: none on a page that is open to all. */
  public List<Link> links() {
    String path = "/" + address.getPath().replaceFirst("^/", "");
    return signedIn.tabs().stream()
        .map(tab -> new Link(tab.path(), tab.chinese(), tab.path().equals(path)))
        .toList();
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
