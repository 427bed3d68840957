package cn.gridcase.sandbox.page;

import cn.gridcase.sandbox.api.Http;
import com.sun.net.httpserver.HttpExchange;
import java.util.regex.Pattern;

/** Keeps other sites' pages, and names that were bent to point here, from driving the sandbox. */
final class Loopback {
  private static final Pattern OWN =
      Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d+)?");

  private Loopback() {}

  static boolean allows(HttpExchange exchange) {
    String origin = Http.header(exchange, "Origin");
    boolean ownOrigin =
        origin.isEmpty() || OWN.matcher(origin.replaceFirst("^http://", "")).matches();
    return ownOrigin && OWN.matcher(Http.header(exchange, "Host")).matches();
  }
}
