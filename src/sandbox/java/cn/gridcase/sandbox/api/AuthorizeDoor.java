package cn.gridcase.sandbox.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** {@code /connect/oauth2/authorize}, where WeCom signs a browser in. */
public final class AuthorizeDoor implements HttpHandler {
  private final AuthorizePage page;

  public AuthorizeDoor(Api api) {
    this.page = api.authorizePage();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getRawQuery();
    Http.send(exchange, page.show(raw == null ? "" : raw, Http.query(raw)));
  }
}
