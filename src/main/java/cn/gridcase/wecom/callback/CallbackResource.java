package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.web.Open;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The callback address 接收消息服务器URL. Whoever is not WeCom gets one and the same 403; a push that
 * could be kept nowhere gets a 503, so that WeCom sends again.
 */
@Path(CallbackGate.PATH)
@Open
class CallbackResource {
  private static final Logger LOG = Logger.getLogger(CallbackResource.class);
  private static final int MOST_BYTES = 64 * 1024;

  private final Wire wire;
  private final Callback callback;
  private final Refusals refusals;
  private final MeterRegistry metrics;

  CallbackResource(Wire wire, Callback callback, Refusals refusals, MeterRegistry metrics) {
    this.wire = wire;
    this.callback = callback;
    this.refusals = refusals;
    this.metrics = metrics;
  }

  @GET
  public Response verify(@Context HttpServerRequest request) {
    return answered(
        () -> Response.ok(wire.echo(query(request)), MediaType.TEXT_PLAIN_TYPE).build());
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response push(
      @Context HttpServerRequest request, @Context RoutingContext route, InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      refusals.count(Reason.TOO_LARGE);
      return Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
    }
    return answered(
        () -> {
          long arrived = route.get(CallbackGate.ARRIVED);
          String answer = callback.push(query(request), new String(bytes, UTF_8), arrived);
          // WeCom takes an empty body for "heard, and nothing to say".
          return answer.isEmpty()
              ? Response.ok().build()
              : Response.ok(answer, MediaType.TEXT_XML_TYPE.withCharset("UTF-8")).build();
        });
  }

  private Response answered(Supplier<Response> answer) {
    Timer.Sample time = Timer.start(metrics);
    String outcome = "failed";
    try {
      Response heard = answer.get();
      outcome = "heard";
      return heard;
    } catch (CallbackRejected e) {
      refusals.count(e.reason());
      outcome = "rejected";
      return Response.status(Status.FORBIDDEN).build();
    } catch (RuntimeException e) {
      LOG.errorf("回调处理失败，已请企业微信重发：%s", Trail.of(e));
      return Response.status(Status.SERVICE_UNAVAILABLE).build();
    } finally {
      time.stop(metrics.timer("gridcase.callback", "outcome", outcome));
    }
  }

  private static String query(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.query(), "");
  }
}
