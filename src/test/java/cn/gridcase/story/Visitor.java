package cn.gridcase.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Sandbox;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, and follows an address only when told to. */
final class Visitor {
  private static final Pattern FORM_TOKEN = Pattern.compile("X-Form-Token\":\"([0-9a-f]{64})\"");
  private static final Pattern STATIC = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");
  private static final int MOST_BYTES = 80 * 1024;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Sandbox sandbox;
  private final Map<String, String> cookies = new TreeMap<>();

  Visitor(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Another browser of the same cookies. */
  Visitor copied() {
    var copy = new Visitor(sandbox);
    copy.cookies.putAll(cookies);
    return copy;
  }

  HttpResponse<String> opens(String path, String... headers) {
    return sends(HttpRequest.newBuilder(address(path)).GET(), headers);
  }

  /** Posts a form as htmx does, with the token given. */
  HttpResponse<String> posts(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return sends(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        headers);
  }

  /** Opens the page, is recognised as that member, and comes back to the page. */
  HttpResponse<String> signsIn(String userid, String page) {
    HttpResponse<String> back = opens(comesBackAs(userid, page));
    return back.statusCode() == 303 ? opens(whereTo(back)) : back;
  }

  /** Opens the page and is recognised; gives the path, code and state with which one comes back. */
  String comesBackAs(String userid, String page) {
    URI back = sandbox.signsIn(URI.create(whereTo(opens(page))), userid);
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  /** The token of a page. */
  static String formToken(HttpResponse<String> page) {
    Matcher token = FORM_TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError("the page has no token: " + page.body());
    }
    return token.group(1);
  }

  static String whereTo(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void has(String cookie, String value) {
    cookies.put(cookie, value);
  }

  private static URI address(String path) {
    return TownSettings.service().resolve(path);
  }

  /** Takes a file as it comes. */
  HttpResponse<byte[]> takes(String path, String... headers) {
    return sends(HttpRequest.newBuilder(address(path)).GET(), BodyHandlers.ofByteArray(), headers);
  }

  /** Whether the page weighs at most 80 KB with style and script, on the first visit. */
  void findsLight(String page) {
    String body = opens(page).body();
    int bytes = zipped(page);
    for (MatchResult file : STATIC.matcher(body).results().toList()) {
      bytes += zipped(file.group(1));
    }
    assertTrue(bytes < MOST_BYTES, page + ": " + bytes + " bytes");
  }

  private int zipped(String path) {
    HttpResponse<byte[]> answer = takes(path, "Accept-Encoding", "gzip");
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""), path);
    return answer.body().length;
  }

  private HttpResponse<String> sends(HttpRequest.Builder request, String... headers) {
    return sends(request, BodyHandlers.ofString(UTF_8), headers);
  }

  private <T> HttpResponse<T> sends(
      HttpRequest.Builder request, BodyHandler<T> body, String... headers) {
    cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<T> answer = CLIENT.send(request.build(), body);
      answer.headers().allValues("Set-Cookie").forEach(this::keeps);
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keeps(String line) {
    for (HttpCookie cookie : HttpCookie.parse(line)) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }
}
