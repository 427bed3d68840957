package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What all pages share on the wire: headers, static files, the domain's proof, errors. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class PagesTest {
  private static final Pattern STATIC = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");
  private static final String PROOF = "WW_verify_abcDEF0123456789.txt";

  private final Visitor visitor = new Visitor(Town.sandbox());

  private final Path data =
      Path.of(ConfigProvider.getConfig().getValue("gridcase.data", String.class));

  @Test
  void everyAnswerSaysWhatABrowserMayDoWithIt() {
    for (HttpResponse<String> answer :
        List.of(
            visitor.signsIn("limei", "/me"),
            visitor.opens("/signed-out"),
            visitor.opens("/sign-in"),
            visitor.opens("/no-such-page"))) {
      assertEquals(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          header(answer, "Content-Security-Policy"));
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertEquals("no-referrer", header(answer, "Referrer-Policy"));
      assertEquals("no-store", header(answer, "Cache-Control"));
    }
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> back = visitor.opens(visitor.comesBackAs("limei", "/me"));
    List<String> cookies = back.headers().allValues("Set-Cookie");
    assertEquals(2, cookies.size());
    for (String cookie : cookies) {
      assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
      assertTrue(cookie.contains("Path=/;") || cookie.endsWith("Path=/"), cookie);
    }
  }

  @Test
  void whatIsNotThereIsSaidInChinese() {
    HttpResponse<String> answer = visitor.opens("/no-such-page");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("没有这个页面"), answer.body());
  }

  @Test
  void aNameIsTextWhateverIsInIt() throws SQLException {
    ChangedRoster.during(
        roster -> roster.replace("name: 李梅", "name: 李<b>梅</b>"),
        () -> {
          String page = visitor.signsIn("limei", "/me").body();
          assertTrue(page.contains("李&lt;b&gt;梅&lt;/b&gt;"), page);
        });
  }

  @Test
  void staticFilesAreKeptForGoodUnderTheirHashOnly() {
    String page = visitor.opens("/signed-out").body();
    List<String> files = STATIC.matcher(page).results().map(found -> found.group(1)).toList();
    assertEquals(4, files.size());
    for (String file : files) {
      HttpResponse<String> answer = visitor.opens(file);
      assertEquals(200, answer.statusCode(), file);
      assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      String other = file.replaceFirst("/static/[0-9a-f]{12}/", "/static/000000000000/");
      assertEquals("no-store", header(visitor.opens(other), "Cache-Control"));
    }
  }

  @Test
  void aPageWithAllItNeedsIsLight() {
    visitor.signsIn("limei", "/me");
    visitor.findsLight("/me");
  }

  @Test
  void noFileNamesAnAddressElsewhere() throws IOException {
    Pattern elsewhere = Pattern.compile("(?:url\\(|@import|href=|src=)[\"']?(?:https?:)?//");
    for (Path folder :
        List.of(
            Path.of("src/main/resources/META-INF/resources/static"),
            Path.of("src/main/resources/templates/web"))) {
      try (var files = Files.list(folder)) {
        for (Path file : files.filter(it -> it.toString().matches(".*(css|html|svg)")).toList()) {
          assertFalse(elsewhere.matcher(Files.readString(file)).find(), file.toString());
        }
      }
    }
  }

  @Test
  void theDomainIsProvedByTheFileInTheDataFolder() throws IOException {
    Files.createDirectories(data);
    assertEquals(404, visitor.opens("/" + PROOF).statusCode());
    Path file = Files.writeString(data.resolve(PROOF), "abcDEF0123456789");
    Path large =
        Files.writeString(data.resolve("WW_verify_tooLARGE01234567.txt"), "x".repeat(2000));
    Path other = Files.writeString(data.resolve("secret.txt"), "secret");
    Path link =
        Files.createSymbolicLink(
            data.resolve("WW_verify_linkTOsecret0001.txt"), other.toAbsolutePath());
    try {
      HttpResponse<String> proof = visitor.opens("/" + PROOF);
      assertEquals("abcDEF0123456789", proof.body());
      assertTrue(header(proof, "Content-Type").startsWith("text/plain"));
      for (String wrong :
          List.of(
              "/" + large.getFileName(),
              "/" + link.getFileName(),
              "/secret.txt",
              "/WW_verify_..%2Fsecret.txt",
              "/WW_verify_short.txt")) {
        assertEquals(404, visitor.opens(wrong).statusCode(), wrong);
      }
    } finally {
      for (Path written : List.of(file, large, other, link)) {
        Files.delete(written);
      }
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" | ", answer.headers().allValues(name));
  }
}
