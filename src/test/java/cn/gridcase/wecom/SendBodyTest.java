package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.chat.Card;
import cn.gridcase.outbox.Kind;
import cn.gridcase.outbox.MessageSender.Together;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SendBodyTest {
  private enum Button {
    DISPATCH
  }

  private static final Card CARD = Card.buttons("待派遣").button("派遣", Button.DISPATCH);

  @Test
  void aTextIsRawUtf8ToOnePersonWithItsDuplicateCheck() {
    assertEquals(
        "{\"touser\":\"wang\",\"msgtype\":\"text\",\"agentid\":1000002,"
            + "\"enable_duplicate_check\":1,\"duplicate_check_interval\":14400,"
            + "\"text\":{\"content\":\"已立案 <&> 🙂\"}}",
        SendBody.render(Kind.TEXT, 1000002, "wang", "已立案 <&> 🙂"));
  }

  /** Case 35. */
  @Test
  void aLongTextIsCutToWhatWeComTakes() {
    String body = SendBody.render(Kind.TEXT, 1, "wang", "长".repeat(1000));
    assertTrue(read(body).at("/text/content").asText().getBytes(UTF_8).length <= 2048);
    String again = SendBody.withText(body, "（14:05:33）");
    String said = read(again).at("/text/content").asText();
    assertTrue(said.endsWith("…（14:05:33）") && said.getBytes(UTF_8).length <= 2048);
    assertThrows(IllegalStateException.class, () -> SendBody.render(Kind.TEXT, 1, "wang", " "));
  }

  /** Case 35. */
  @Test
  void noTextIsEverLongerThanWeComTakesNorBrokenInACharacter() {
    Random random = new Random(35);
    String[] letters = {"a", "é", "消", "𠮷", "👩‍👩‍👧", "\n", "<a", "\"", "\\"};
    for (int n = 0; n < 500; n++) {
      String text =
          random
              .ints(1 + random.nextInt(1500), 0, letters.length)
              .mapToObj(i -> letters[i])
              .collect(Collectors.joining("", "始", ""));
      String body = SendBody.withText(SendBody.render(Kind.TEXT, 1, "wang", text), "（14:05:33）");
      String said = read(body).at("/text/content").asText();
      assertTrue(said.getBytes(UTF_8).length <= 2048, "run " + n);
      assertEquals(said, new String(said.getBytes(UTF_8), UTF_8), "run " + n);
    }
  }

  @Test
  void textsToldInOneAreNeverShortened() {
    List<String> bodies =
        List.of("一", "二".repeat(300), "三".repeat(300), "四".repeat(100)).stream()
            .map(text -> SendBody.render(Kind.TEXT, 1, "wang", text))
            .toList();
    Together some = SendBody.together(bodies, 14);
    assertEquals(3, some.parts());
    assertEquals(
        "一\n" + "二".repeat(300) + "\n" + "三".repeat(300),
        read(some.payload()).at("/text/content").asText());
    assertEquals(1, SendBody.together(bodies.subList(0, 1), 14).parts());
  }

  @Test
  void aCardKeepsItsTaskIdAndARepaintTakesACode() {
    String card = SendBody.render(Kind.CARD, 1, "Wang", CARD.json("t-1"));
    assertEquals("t-1", read(card).at("/template_card/task_id").asText());
    assertEquals(14400, read(card).path("duplicate_check_interval").asInt());
    assertEquals("Wang", SendBody.recipient(card));

    String update = SendBody.render(Kind.CARD_UPDATE, 1, "Wang", CARD.done("完").json());
    assertEquals("Wang", SendBody.recipient(update));
    JsonNode coded = read(SendBody.withResponseCode(update, "rc"));
    assertEquals("rc", coded.path("response_code").asText());
    assertEquals("[\"Wang\"]", coded.path("userids").toString());
    assertEquals(1, coded.path("agentid").asInt());
    assertTrue(coded.at("/template_card/task_id").isMissingNode());
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
