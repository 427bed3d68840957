package cn.gridcase.wecom;

import cn.gridcase.outbox.Delivery;
import cn.gridcase.outbox.Delivery.Outcome;
import cn.gridcase.outbox.Kind;
import cn.gridcase.outbox.MessageSender;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.jboss.logging.Logger;

/** Sends messages and repaints cards through WeCom's API, one person at a time. */
@ApplicationScoped
class WeComSender implements MessageSender {
  private static final Logger LOG = Logger.getLogger(WeComSender.class);
  private static final String SEND = "/cgi-bin/message/send";
  private static final String UPDATE = "/cgi-bin/message/update_template_card";

  /** The library's own code for an empty answer; WeCom has none below -1. */
  private static final int NO_CODE = -2;

  private static final DateTimeFormatter SAID_AT =
      DateTimeFormatter.ofPattern("（HH:mm:ss）").withZone(ZoneId.of("Asia/Shanghai"));

  private final WeComApp app;
  private final WeComApi api;
  private final TokenKeeper keeper;

  @Inject
  WeComSender(WeComApp app, WeComApi api, TokenKeeper keeper) {
    this.app = app;
    this.api = api;
    this.keeper = keeper;
  }

  @Override
  public String render(Kind kind, String recipient, String content) {
    return SendBody.render(kind, app.agentId(), recipient, content);
  }

  @Override
  public String withResponseCode(String payload, String responseCode) {
    return SendBody.withResponseCode(payload, responseCode);
  }

  @Override
  public String saidAgain(String payload, Instant at) {
    return SendBody.withText(payload, SAID_AT.format(at));
  }

  @Override
  public Delivery send(Kind kind, String payload) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("no HTTP inside a transaction");
    }
    Delivery delivery = deliver(kind, payload);
    switch (delivery.outcome()) {
      case SENT -> {}
      case AGAIN, UNKNOWN -> LOG.infof("not sent yet: %s", delivery.reason());
      case NEVER -> LOG.warnf("undeliverable: %s", delivery.reason());
    }
    return delivery;
  }

  private Delivery deliver(Kind kind, String payload) {
    try {
      return call(kind, payload);
    } catch (WxErrorException e) {
      return tokenRefused(e) ? withNewToken(kind, payload) : refused(e);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  /** Once more, after the token that was used has been replaced. */
  private Delivery withNewToken(Kind kind, String payload) {
    try {
      keeper.replace(api.usedToken());
      return call(kind, payload);
    } catch (WxErrorException e) {
      return refused(e);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private Delivery call(Kind kind, String payload) throws WxErrorException {
    String path =
        switch (kind) {
          case TEXT, CARD -> SEND;
          case CARD_UPDATE -> UPDATE;
        };
    return SendAnswer.of(SendBody.recipient(payload), api.post(path, payload));
  }

  private static boolean tokenRefused(WxErrorException e) {
    int code = e.getError().getErrorCode();
    return code == 40014 || code == 42001;
  }

  private static Delivery refused(WxErrorException e) {
    WxError error = e.getError();
    return error.getErrorCode() <= NO_CODE
        ? Delivery.failed(Outcome.UNKNOWN, "没有回复内容")
        : SendAnswer.refused(error.getErrorCode(), String.valueOf(error.getErrorMsg()));
  }

  private static Delivery failed(RuntimeException e) {
    if (e instanceof NoToken) {
      return Delivery.failed(Outcome.AGAIN, String.valueOf(e.getMessage()));
    }
    // The library drops the code when its one repeat after -1 is refused too: an answer all the
    // same.
    boolean refusedTwice = e instanceof WxRuntimeException && e.getCause() == null;
    if (refusedTwice || causes(e).anyMatch(WeComSender::neverLeft)) {
      return Delivery.failed(Outcome.AGAIN, reason(e));
    }
    return Delivery.failed(Outcome.UNKNOWN, reason(e));
  }

  private static boolean neverLeft(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionPoolTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException;
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause);
  }

  /** The kinds of failure only: messages of the library may hold the token or what was said. */
  private static String reason(Throwable e) {
    return String.join(" ← ", causes(e).map(cause -> cause.getClass().getSimpleName()).toList());
  }
}
