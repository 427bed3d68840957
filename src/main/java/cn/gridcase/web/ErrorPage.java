package cn.gridcase.web;

import cn.gridcase.Refused;
import cn.gridcase.database.SqlFailed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a person sees when a page cannot be shown: a sentence, never a trace. */
class ErrorPage {
  private static final Logger LOG = Logger.getLogger(ErrorPage.class);

  @CheckedTemplate(basePath = "web")
  record error(String sentence) implements TemplateInstance {}

  /** The same on the page that is there already: htmx puts it where the layout has room for it. */
  @CheckedTemplate(basePath = "web")
  record refusal(String sentence) implements TemplateInstance {}

  @ServerExceptionMapper
  public Response refused(Refused refusal, HttpHeaders request) {
    return said(Status.FORBIDDEN.getStatusCode(), refusal.sentence(), request);
  }

  @ServerExceptionMapper
  public Response refused(WebApplicationException refusal, HttpHeaders request) {
    int status = refusal.getResponse().getStatus();
    return said(status, status == 404 ? "没有这个页面，可能地址不完整。" : "这个请求无法处理。", request);
  }

  /** The browser went away or was too slow while it sent: nothing that anybody could mend. */
  @ServerExceptionMapper
  public Response cutOff(IOException broken, HttpHeaders request) {
    return said(Status.REQUEST_TIMEOUT.getStatusCode(), "没有收到完整的请求，请再试一次。", request);
  }

  @ServerExceptionMapper
  public Response failed(Exception failure, HttpHeaders request) {
    if (SqlFailed.isOutage(failure)) {
      LOG.warnf("a page could not be shown, the database is away: %s", failure.getMessage());
      return said(503, "系统暂时忙不过来，请过一会儿再试。", request);
    }
    LOG.error("a page failed", failure);
    return said(500, "系统出错了，已经记录下来。请过一会儿再试。", request);
  }

  private static Response said(int status, String sentence, HttpHeaders request) {
    boolean onPage = request.getHeaderString("HX-Request") != null;
    Response.ResponseBuilder answer =
        Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    return onPage
        ? answer
            .header("HX-Retarget", "#refusal")
            // Whoever pressed something further down is to see it.
            .header("HX-Reswap", "innerHTML show:top")
            .entity(new refusal(sentence).render())
            .build()
        : answer.entity(new error(sentence).render()).build();
  }
}
