package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.photos.Pictures;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 原图: a photo as it was sent is for dispatchers and duty officers, who write down what for. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class OriginalTest {
  private static final String WHY = "行政处罚取证";

  private final Sandbox sandbox = Town.sandbox();
  private final byte[] sent = Pictures.withExif(Pictures.photo(640, 480, 77), 1);
  private final Visitor dispatcher = new Visitor(sandbox);
  private String number = "";
  private String door = "";

  @BeforeEach
  void aCaseHasAPhoto() {
    Journey.begin();
    Chat worker = sandbox.chat("李梅");
    worker.says("算了").sendsPhoto("photo.jpg", sent);
    worker.says("台湖村消防通道堆了沙子").says("上报");
    number = Journey.numberIn(worker.lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
    Town.runLoops();
    door = "/original/" + Town.read("SELECT id FROM photo" + of(number)).get(0);
  }

  @Test
  void whoSaysWhatForTakesThePhotoAsItWasSent() {
    HttpResponse<String> page = dispatcher.signsIn("wangfang", "/case/" + number);
    assertTrue(page.body().contains(door), page.body());
    String token = Visitor.formToken(dispatcher.opens(door));

    HttpResponse<byte[]> taken = dispatcher.takes(asks(dispatcher, token));

    assertEquals(200, taken.statusCode());
    assertArrayEquals(sent, taken.body());
    assertEquals(List.of("wangfang " + WHY), openings());
  }

  @Test
  void withoutAPurposeItStaysClosed() {
    String token = Visitor.formToken(dispatcher.signsIn("wangfang", door));
    for (Map<String, String> form : List.of(Map.of("purpose", " 看看 "), Map.of("x", "x"))) {
      HttpResponse<String> refused = dispatcher.posts(door, form, "X-Form-Token", token);
      assertEquals(403, refused.statusCode());
      assertTrue(refused.body().contains("请写明用途"), refused.body());
    }
    assertEquals(List.of(), openings());
  }

  @Test
  void itIsForNobodyElseAndNotForLong() {
    String token = Visitor.formToken(dispatcher.signsIn("wangfang", door));
    String taking = asks(dispatcher, token);
    var officer = new Visitor(sandbox);
    officer.signsIn("zhaolei", "/me");
    assertEquals(403, officer.takes(taking).statusCode(), "each says why for themselves");

    sandbox.passTime(Duration.ofMinutes(11));
    assertEquals(403, dispatcher.takes(taking).statusCode(), "too late");
  }

  @Test
  void aUnitFindsNoDoorToIt() {
    var unit = new Visitor(sandbox);
    HttpResponse<String> page = unit.signsIn("sunwei", "/case/" + number);
    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains("/original/"), page.body());
    assertEquals(403, unit.opens(door).statusCode());
    String token = Visitor.formToken(page);
    HttpResponse<String> refused =
        unit.posts(door, Map.of("purpose", WHY), "X-Form-Token", token, "HX-Request", "true");
    assertEquals(403, refused.statusCode());
    assertEquals(List.of(), openings());
  }

  private String asks(Visitor visitor, String token) {
    HttpResponse<String> answer =
        visitor.posts(door, Map.of("purpose", WHY), "X-Form-Token", token);
    assertEquals(204, answer.statusCode(), answer.body());
    return answer.headers().firstValue("HX-Redirect").orElseThrow();
  }

  private List<String> openings() {
    return Town.read(
        "SELECT person || ' ' || purpose FROM photo_opening o JOIN photo p ON p.id = o.photo"
            + of(number));
  }

  private static String of(String number) {
    return " WHERE subject = '" + number + " 上报'";
  }
}
