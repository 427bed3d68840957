package cn.gridcase.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.api.ApiFault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingTest {
  private final Corner corner = new Corner();

  @AfterEach
  void close() {
    corner.close();
  }

  @Test
  void tokenStaysTheSameWhileItLivesAndThenDies() throws Exception {
    String first = corner.token();
    assertEquals(first, corner.token());
    corner.clock.pass(Duration.ofHours(2));
    assertEquals(42001, code(corner.get("agent/list?access_token=" + first)));
    assertNotEquals(first, corner.token());
    corner.sandbox.killTokens(40014);
    assertEquals(40014, code(corner.get("agent/list?access_token=nonsense")));
    assertEquals(41001, code(corner.get("agent/list")));
  }

  @Test
  void wrongSecretBlocksTheCallerForAnHour() throws Exception {
    String wrong = "gettoken?corpid=" + corner.sandbox.keys().corpId() + "&corpsecret=no";
    for (int i = 0; i < 5; i++) {
      assertEquals(40001, code(corner.get(wrong)));
    }
    assertEquals(45009, code(corner.get(wrong)));
    corner.clock.pass(Duration.ofHours(1));
    assertEquals(40001, code(corner.get(wrong)));
  }

  @Test
  void errorsHaveTheRealShape() throws Exception {
    String text = corner.get("agent/list").path("errmsg").asText();
    assertTrue(
        text.matches(
            "access_token missing, hint: \\[\\d+\\], from ip: 127\\.0\\.0\\.1,"
                + " more info at https://open\\.work\\.weixin\\.qq\\.com/devtool/query\\?e=41001"),
        text);
  }

  @Test
  void reachesWhomItCanAndNamesTheOthersInLowerCase() throws Exception {
    JsonNode answer = corner.send(corner.text("wangfang|Nobody", "您好"));
    assertEquals(0, code(answer));
    assertEquals("nobody", answer.path("invaliduser").asText());
    assertEquals("您好", corner.sandbox.chat("王芳").lastReply());
    assertEquals(81013, code(corner.send(corner.text("nobody", "您好"))));
    assertEquals(82001, code(corner.send(corner.text("", "您好"))));
    assertEquals(301002, code(corner.send(corner.text("limei", "您好").put("agentid", 1000003))));
    assertEquals(44004, code(corner.send(corner.text("limei", ""))));
    corner.sandbox.app().setDisabled(true);
    assertEquals(50003, code(corner.send(corner.text("limei", "您好"))));
    corner.sandbox.app().setAddressRefused(true);
    assertEquals(60020, code(corner.send(corner.text("limei", "您好"))));
  }

  @Test
  void sameBodyIsShownOnceWithinTheInterval() throws Exception {
    ObjectNode message = corner.text("limei", "您好").put("enable_duplicate_check", 1);
    message.put("duplicate_check_interval", 14_400);
    for (int i = 0; i < 3; i++) {
      assertEquals(0, code(corner.send(message)));
    }
    assertEquals(1, shown("limei"));
    assertEquals(2, corner.sandbox.ledger().dropped().size());
    corner.clock.pass(Duration.ofHours(4));
    corner.send(message);
    assertEquals(2, shown("limei"));
    corner.send(corner.text("limei", "您好"));
    corner.send(corner.text("limei", "您好"));
    assertEquals(4, shown("limei"), "without the check every one is shown");
  }

  @Test
  void thirtyFirstMessageOfAMinuteIsDroppedWithoutAWord() throws Exception {
    for (int i = 0; i < 31; i++) {
      assertEquals(0, code(corner.send(corner.text("limei", "第" + i))));
    }
    assertEquals(30, shown("limei"));
    corner.clock.pass(Duration.ofMinutes(1));
    corner.send(corner.text("limei", "又一分钟"));
    assertEquals(31, shown("limei"));
  }

  @Test
  void cardNeedsACallbackAndATaskIdOfItsOwn() throws Exception {
    assertEquals(43012, code(corner.send(corner.card("limei", "t1"))));
    setCallback();
    assertEquals(0, code(corner.send(corner.card("limei", "t1"))));
    assertEquals(42014, code(corner.send(corner.card("limei", "t1"))));
  }

  @Test
  void responseCodeIsGoodOnceForThreeDaysAndForItsReceivers() throws Exception {
    setCallback();
    String code = corner.send(corner.card("limei|wangfang", "t1")).path("response_code").asText();
    assertFalse(code.isEmpty());
    ObjectNode some = corner.update(code).put("atall", 0);
    assertEquals(82101, code(corner.post("message/update_template_card", some)));
    some.putArray("userids").add("limei").add("Luren");
    JsonNode answer = corner.post("message/update_template_card", some);
    assertEquals(0, code(answer));
    assertEquals("luren", answer.path("invaliduser").path(0).asText());
    corner.sandbox.chat("limei").shouldHear("已由王芳派遣");
    corner.sandbox.chat("王芳").shouldBeAbleToPress("派遣");
    assertEquals(60140, code(corner.post("message/update_template_card", some)));

    String late = corner.send(corner.card("limei", "t2")).path("response_code").asText();
    corner.clock.pass(Duration.ofDays(3));
    assertEquals(60140, code(corner.post("message/update_template_card", corner.update(late))));
    assertFalse(corner.send(corner.text("limei", "文字")).has("response_code"));
  }

  @Test
  void scriptedFaultsHappenAndAreCounted() throws Exception {
    var faults = corner.sandbox.apiFaults();
    faults.next("message/send", ApiFault.ACCEPT_THEN_RESET, 1);
    assertThrows(IOException.class, () -> corner.send(corner.text("limei", "一")));
    assertEquals(1, shown("limei"), "it was done all the same");
    faults.next("message/send", ApiFault.HTML_WITH_200, 1);
    assertThrows(IOException.class, () -> corner.send(corner.text("limei", "二")));
    assertEquals(1, shown("limei"), "it was not done");
    faults.next("message/send", ApiFault.TRUNCATED_JSON, 1);
    assertThrows(IOException.class, () -> corner.send(corner.text("limei", "三")));
    faults.errcode("message/send", 45009, 2);
    assertEquals(45009, code(corner.send(corner.text("limei", "四"))));
    assertEquals(45009, code(corner.send(corner.text("limei", "四"))));
    faults.next("message/send", ApiFault.TOKEN_DEATH, 1);
    assertEquals(42001, code(corner.send(corner.text("limei", "五"))));
    assertEquals(0, code(corner.send(corner.text("limei", "五"))));
    assertEquals(2, faults.happened(ApiFault.ERRCODE));
    assertEquals(1, faults.happened(ApiFault.ACCEPT_THEN_RESET));
    assertEquals(3, shown("limei"));
  }

  @Test
  void signInCodeIsGoodOnceForFiveMinutes() throws Exception {
    URI authorize =
        URI.create(
            corner.sandbox.authorizeUrl()
                + "?appid="
                + corner.sandbox.keys().corpId()
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fback&response_type=code"
                + "&scope=snsapi_base&state=s1&agentid=1000002");
    String info = "auth/getuserinfo?access_token=" + corner.token() + "&";
    String back = corner.sandbox.signsIn(authorize, "limei").getRawQuery();
    assertTrue(back.endsWith("&state=s1"), back);
    assertEquals("limei", corner.get(info + back).path("userid").asText());
    assertEquals(40029, code(corner.get(info + back)));
    String outsider = corner.sandbox.signsIn(authorize, "").getRawQuery();
    assertFalse(corner.get(info + outsider).has("userid"));
    String late = corner.sandbox.signsIn(authorize, "limei").getRawQuery();
    corner.clock.pass(Duration.ofMinutes(5));
    assertEquals(40029, code(corner.get(info + late)));
  }

  private void setCallback() {
    corner.sandbox.callbackAt(URI.create("http://127.0.0.1:9/nobody"));
  }

  private long shown(String user) {
    return corner.sandbox.chat(user).bubbles().size();
  }

  private static int code(JsonNode answer) {
    return answer.path("errcode").asInt();
  }
}
