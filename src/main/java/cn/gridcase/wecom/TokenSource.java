package cn.gridcase.wecom;

import cn.gridcase.outbox.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * Asks WeCom for an access token; pauses after a failure, for many wrong tries block our address.
 */
@ApplicationScoped
class TokenSource {
  /** A secret, corp or caller address that only the administrator can put right. */
  private static final Set<Integer> MISCONFIGURED =
      Set.of(40001, 40013, 40091, 41002, 41004, 60020);

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);
  private static final Duration LIMITED_PAUSE = Duration.ofSeconds(75);
  private static final Duration LONG_PAUSE = Duration.ofMinutes(10);

  private final WeComApp app;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  /** Guarded by this. */
  private NoToken lastFailure = new NoToken(Trouble.LOST, "");

  /** {@link System#nanoTime}, guarded by this. */
  private long pausedUntil = System.nanoTime();

  @Inject
  TokenSource(WeComApp app) {
    this.app = app;
  }

  /** A token, and the seconds it lives. */
  record Token(String value, long seconds) {}

  /** Asks once. */
  Token ask() {
    refuseWhilePaused();
    JsonNode answer;
    try {
      answer = json.readTree(call());
    } catch (IOException e) {
      // Its message may hold the address with the secret in it.
      throw failed(Trouble.LOST, "gettoken: " + e.getClass().getSimpleName());
    }
    int code = answer.path("errcode").asInt(-1);
    String token = answer.path("access_token").asText();
    if (code != 0 || token.isEmpty()) {
      String reason = "gettoken " + code + " " + answer.path("errmsg").asText();
      throw failed(trouble(code), reason);
    }
    return new Token(token, answer.path("expires_in").asLong());
  }

  private static Trouble trouble(int code) {
    if (MISCONFIGURED.contains(code)) {
      return Trouble.MISCONFIGURED;
    }
    return code == 45009 ? Trouble.LIMITED : Trouble.LOST;
  }

  private static Duration pause(Trouble trouble) {
    return switch (trouble) {
      case MISCONFIGURED -> LONG_PAUSE;
      case LIMITED -> LIMITED_PAUSE;
      case LOST -> SHORT_PAUSE;
    };
  }

  private synchronized void refuseWhilePaused() {
    if (pausedUntil - System.nanoTime() > 0) {
      throw new NoToken(lastFailure.trouble(), lastFailure.reason());
    }
  }

  private synchronized NoToken failed(Trouble trouble, String reason) {
    lastFailure = new NoToken(trouble, reason);
    pausedUntil = System.nanoTime() + pause(trouble).toNanos();
    return lastFailure;
  }

  private String call() throws IOException {
    String address =
        "%s/cgi-bin/gettoken?corpid=%s&corpsecret=%s"
            .formatted(app.baseUrl(), encoded(app.corpId()), encoded(app.secret()));
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
