package cn.gridcase.wecom.callback;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Stands before the framework, which would answer an odd content type with 415 where a stranger is
 * to see the one 403. WeCom promises no content type; the body is judged by what it is.
 */
@Singleton
class CallbackGate {
  static final String PATH = "/wecom/callback";

  /**
   * When the request's head was here, by {@code System.nanoTime()}: WeCom's patience runs since.
   */
  static final String ARRIVED = "arrived";

  private static final int BEFORE_ROUTING = 500;

  void stand(@Observes Filters filters) {
    filters.register(CallbackGate::pass, BEFORE_ROUTING);
  }

  private static void pass(RoutingContext route) {
    if (PATH.equals(route.request().path())) {
      route.put(ARRIVED, System.nanoTime());
      route.request().headers().remove(HttpHeaders.CONTENT_TYPE);
    }
    route.next();
  }
}
