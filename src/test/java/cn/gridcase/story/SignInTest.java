package cn.gridcase.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages are for people whom WeCom names and the roster knows, as long as it does. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class SignInTest {
  private static final String SESSION = "gridcase-session";
  private static final String SIGN_IN = "gridcase-sign-in";

  private final Sandbox sandbox = Town.sandbox();
  private final Visitor visitor = new Visitor(sandbox);

  @Test
  void whoOpensAPageIsRecognisedAndComesBackToIt() {
    HttpResponse<String> first = visitor.opens("/me?from=card");
    assertEquals(303, first.statusCode());
    String wecom = Visitor.whereTo(first);
    assertTrue(wecom.startsWith(sandbox.authorizeUrl() + "?appid="), wecom);
    assertTrue(wecom.endsWith("#wechat_redirect"), wecom);

    HttpResponse<String> back = visitor.opens(visitor.comesBackAs("limei", "/me?from=card"));
    assertTrue(Visitor.whereTo(back).endsWith("/me?from=card"), Visitor.whereTo(back));
    assertEquals("", visitor.cookie(SIGN_IN));

    HttpResponse<String> page = visitor.opens("/me");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("李梅"), page.body());
    assertTrue(page.body().contains("网格员"), page.body());
  }

  @Test
  void theTableHoldsNothingOneCouldSignInWith() {
    visitor.signsIn("limei", "/me");
    String token = visitor.cookie(SESSION);
    assertTrue(token.matches("[0-9a-f]{64}"), token);
    String row = "SELECT count(*) FROM web_session WHERE token_hash = ";
    assertEquals(1, Town.count(row + "sha256('" + token + "'::bytea)"));
    assertEquals(0, Town.count(row + "decode('" + token + "', 'hex')"));
  }

  @Test
  void aForgedOrMissingStateSignsNobodyIn() {
    String back = visitor.comesBackAs("limei", "/me");
    var victim = new Visitor(sandbox);
    assertRefused(victim.opens(back), "请重新登录");

    victim.opens("/me");
    assertRefused(victim.opens(back), "请重新登录");
    assertRefused(victim.opens(back.replaceFirst("&state=.*", "")), "请重新登录");
    assertRefused(victim.opens("/sign-in"), "请重新登录");
    assertEquals("", victim.cookie(SESSION));
  }

  @Test
  void aCodeWorksOnce() {
    String back = visitor.comesBackAs("limei", "/me");
    Visitor second = visitor.copied();
    assertEquals(303, visitor.opens(back).statusCode());
    assertRefused(second.opens(back), "已经用过或者过期");
    assertEquals("", second.cookie(SESSION));
  }

  @Test
  void aStrangerIsToldWhatToDo() throws SQLException {
    assertRefused(visitor.signsIn("", "/me"), "只有本企业的企业微信成员");
    ChangedRoster.during(
        ChangedRoster.without("limei"),
        () -> assertRefused(visitor.signsIn("limei", "/me"), "（limei）还没有登记"));
    assertEquals("", visitor.cookie(SESSION));
  }

  @Test
  void aTokenThatWeComForgotIsReplacedByTheWay() {
    sandbox.killTokens(42001);
    assertEquals(200, visitor.signsIn("limei", "/me").statusCode());
  }

  @Test
  void aLeaversSessionEndsAtOnce() throws SQLException {
    visitor.signsIn("limei", "/me");
    ChangedRoster.during(
        ChangedRoster.without("limei"), () -> assertEquals(303, visitor.opens("/me").statusCode()));
    // The same browser is not let in again when somebody puts the account back.
    assertEquals(303, visitor.opens("/me").statusCode());
  }

  @Test
  void aSessionEndsWhenNobodyUsesItAndAfterAWeekAnyhow() {
    visitor.signsIn("limei", "/me");
    sandbox.passTime(Duration.ofHours(11));
    assertEquals(200, visitor.opens("/me").statusCode());
    for (int hours = 11; hours < 7 * 24 - 11; hours += 11) {
      sandbox.passTime(Duration.ofHours(11));
      assertEquals(200, visitor.opens("/me").statusCode(), "after " + hours + " hours");
    }
    sandbox.passTime(Duration.ofHours(11));
    assertEquals(303, visitor.opens("/me").statusCode());

    visitor.signsIn("limei", "/me");
    sandbox.passTime(Duration.ofHours(12));
    assertEquals(303, visitor.opens("/me").statusCode());
  }

  @Test
  void whoSignsOutIsOut() {
    HttpResponse<String> page = visitor.signsIn("limei", "/me");
    Visitor thief = visitor.copied();
    HttpResponse<String> out =
        visitor.posts("/me/sign-out", Map.of(), "X-Form-Token", Visitor.formToken(page));
    assertEquals(List.of("/signed-out"), out.headers().allValues("HX-Redirect"));
    assertEquals("", visitor.cookie(SESSION));
    assertTrue(visitor.opens("/signed-out").body().contains("已退出"));
    assertEquals(303, thief.opens("/me").statusCode());
  }

  @Test
  void signingInAgainGivesANewSessionAndEndsTheOld() {
    visitor.signsIn("limei", "/me");
    Visitor old = visitor.copied();
    String again = new Visitor(sandbox).comesBackAs("wangfang", "/me");
    String state = again.replaceFirst(".*state=", "");
    visitor.has(SIGN_IN, state + "." + encoded("/me"));
    assertEquals(303, visitor.opens(again).statusCode());
    assertNotEquals(old.cookie(SESSION), visitor.cookie(SESSION));
    assertEquals(303, old.opens("/me").statusCode());
    assertTrue(visitor.opens("/me").body().contains("王芳"));
  }

  @Test
  void aChangeNeedsTheTokenOfOnesOwnPage() {
    visitor.signsIn("limei", "/me");
    Map<String, String> largest = Map.of("size", "largest");
    String others = Visitor.formToken(new Visitor(sandbox).signsIn("wangfang", "/me"));
    assertRefused(visitor.posts("/me/font-size", largest), "没有改动");
    assertRefused(visitor.posts("/me/font-size", largest, "X-Form-Token", others), "没有改动");
    assertRefused(
        visitor.posts("/me/font-size", largest, "X-Form-Token", visitor.cookie(SESSION)), "没有改动");
    assertTrue(visitor.opens("/me").body().contains("class=\"font-standard\""));

    String own = Visitor.formToken(visitor.opens("/me"));
    assertEquals(204, visitor.posts("/me/font-size", largest, "X-Form-Token", own).statusCode());
    assertTrue(visitor.opens("/me").body().contains("class=\"font-largest\""));
  }

  @Test
  void aChangeWithoutASessionIsNotMade() {
    HttpResponse<String> answer = visitor.posts("/me/font-size", Map.of("size", "largest"));
    assertEquals(401, answer.statusCode());
    assertEquals(List.of("true"), answer.headers().allValues("HX-Refresh"));
    assertEquals("", visitor.cookie("gridcase-font"));
  }

  @Test
  void aRefusalOnAPageGoesWhereThePageHasRoomForIt() {
    visitor.signsIn("limei", "/me");
    HttpResponse<String> answer = visitor.posts("/me/font-size", Map.of(), "HX-Request", "true");
    assertEquals(List.of("#refusal"), answer.headers().allValues("HX-Retarget"));
    assertFalse(answer.body().contains("<html"), answer.body());
    assertTrue(answer.body().contains("没有改动"), answer.body());
  }

  @Test
  void nobodyIsSentElsewhereAfterSigningIn() {
    for (String elsewhere :
        List.of(
            "//evil.example/", "/\\evil.example", "https://evil.example/", "/me\r\nX: y", "me")) {
      var visitor = new Visitor(sandbox);
      String back = visitor.comesBackAs("limei", "/me");
      String state = visitor.cookie(SIGN_IN).replaceFirst("\\..*", "");
      visitor.has(SIGN_IN, state + "." + encoded(elsewhere));
      String to = Visitor.whereTo(visitor.opens(back));
      assertEquals(TownSettings.service().resolve("/me"), TownSettings.service().resolve(to));
    }
  }

  private static String encoded(String path) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(UTF_8));
  }

  private static void assertRefused(HttpResponse<String> answer, String sentence) {
    assertEquals(403, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(sentence), answer.body());
  }
}
