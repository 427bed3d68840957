package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.database.SqlFailed;
import cn.gridcase.outbox.Delivery;
import cn.gridcase.outbox.Delivery.Outcome;
import cn.gridcase.outbox.Kind;
import cn.gridcase.outbox.MessageSender;
import cn.gridcase.outbox.Trouble;
import com.google.gson.JsonParseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
  public Together together(List<String> payloads) {
    return SendBody.together(payloads, SAID_AT.format(Instant.EPOCH).getBytes(UTF_8).length);
  }

  @Override
  public Delivery send(Kind kind, String payload) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("no HTTP inside a transaction");
    }
    // What cannot be read was never sent; that is this message's matter, and the caller's to see.
    String recipient = SendBody.recipient(payload);
    Delivery delivery = deliver(kind, recipient, payload);
    switch (delivery.outcome()) {
      case SENT -> {}
      case AGAIN, UNKNOWN -> LOG.infof("not sent yet: %s", delivery.reason());
      case UNREACHABLE, NEVER -> LOG.warnf("undeliverable: %s", delivery.reason());
    }
    return delivery;
  }

  private Delivery deliver(Kind kind, String recipient, String payload) {
    try {
      return call(kind, recipient, payload);
    } catch (WxErrorException e) {
      return WeComApi.isTokenRefused(e) ? withNewToken(kind, recipient, payload) : refused(e);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  /** Once more, after the token that was used has been replaced. */
  private Delivery withNewToken(Kind kind, String recipient, String payload) {
    try {
      keeper.replace(api.usedToken());
      return call(kind, recipient, payload);
    } catch (WxErrorException e) {
      return refused(e);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private Delivery call(Kind kind, String recipient, String payload) throws WxErrorException {
    String path =
        switch (kind) {
          case TEXT, CARD -> SEND;
          case CARD_UPDATE -> UPDATE;
        };
    return SendAnswer.of(recipient, api.post(path, payload));
  }

  private static Delivery refused(WxErrorException e) {
    WxError error = e.getError();
    return error.getErrorCode() <= NO_CODE
        ? Delivery.failed(Outcome.UNKNOWN, Trouble.LOST, "企业微信没有回复内容")
        : SendAnswer.refused(error.getErrorCode(), String.valueOf(error.getErrorMsg()));
  }

  private static Delivery failed(RuntimeException e) {
    if (e instanceof NoToken none) {
      return Delivery.failed(Outcome.AGAIN, none.trouble(), "没有 access_token：" + none.reason());
    }
    // The library drops the code when its one repeat after -1 is refused too: an answer all the
    // same. The database is asked for the token, before anything is sent.
    boolean refusedTwice = e instanceof WxRuntimeException && e.getCause() == null;
    if (refusedTwice || causes(e).anyMatch(WeComSender::neverLeft)) {
      return Delivery.failed(Outcome.AGAIN, Trouble.LOST, reason(e));
    }
    return causes(e).anyMatch(WeComSender::isOfTheWire)
        ? Delivery.failed(Outcome.UNKNOWN, Trouble.LOST, reason(e))
        : Delivery.failed(Outcome.UNKNOWN, reason(e));
  }

  /** Cut, late, or no JSON: any message would have met it. */
  private static boolean isOfTheWire(Throwable cause) {
    return cause instanceof IOException
        || cause instanceof WxRuntimeException
        || cause instanceof JsonParseException;
  }

  private static boolean neverLeft(Throwable cause) {
    return cause instanceof SqlFailed
        || cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionPoolTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException;
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause);
  }

  /** The kinds of failure only: messages of the library may hold the token or what was said. */
  static String reason(Throwable e) {
    return String.join(" ← ", causes(e).map(cause -> cause.getClass().getSimpleName()).toList());
  }
}
