package cn.gridcase.wecom;

import static cn.gridcase.outbox.Delivery.Outcome.AGAIN;
import static cn.gridcase.outbox.Delivery.Outcome.NEVER;
import static cn.gridcase.outbox.Delivery.Outcome.SENT;
import static cn.gridcase.outbox.Delivery.Outcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.outbox.Delivery;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendAnswerTest {
  @Test
  void everyAnswerHasItsMeaning() {
    Map.of(
            "{\"errcode\":0,\"msgid\":\"m\"}", SENT,
            "{\"errcode\":0,\"errmsg\":\"ok\"}", SENT,
            "{\"errcode\":0,\"invaliduser\":\"wangfang\"}", NEVER,
            "{\"errcode\":0,\"invaliduser\":\"zhang|wangfang\"}", NEVER,
            "{\"errcode\":0,\"invaliduser\":[\"wangfang\"]}", NEVER,
            "{\"errcode\":0,\"unlicenseduser\":\"wangfang\"}", NEVER,
            "{\"msgid\":\"m\"}", UNKNOWN,
            "{\"errcode\":\"0\"}", UNKNOWN,
            "<html>502</html>", UNKNOWN,
            "", UNKNOWN)
        .forEach((answer, outcome) -> assertEquals(outcome, of(answer).outcome(), answer));
    assertEquals(UNKNOWN, of("{\"errcode\":0,\"msgid\":").outcome());
    assertEquals(UNKNOWN, of("[]").outcome());
    assertEquals(AGAIN, of("{\"errcode\":-1,\"errmsg\":\"system busy\"}").outcome());
  }

  @Test
  void everyKindOfErrorCodeHasItsOutcome() {
    for (int passing : new int[] {-1, 6000, 45009, 45033, 40014, 42001}) {
      assertEquals(AGAIN, SendAnswer.refused(passing, "").outcome(), "" + passing);
    }
    for (int waitsForTheAdministrator :
        new int[] {40001, 40013, 43012, 48002, 50003, 60020, 301002}) {
      assertEquals(AGAIN, SendAnswer.refused(waitsForTheAdministrator, "").outcome());
    }
    for (int ours :
        new int[] {40003, 40008, 40058, 42014, 42035, 44004, 60111, 60140, 81013, 99999}) {
      assertEquals(NEVER, SendAnswer.refused(ours, "").outcome(), "" + ours);
    }
    assertEquals("81013 all invalid", SendAnswer.refused(81013, "all invalid").reason());
  }

  @Test
  void anAcceptedCardBringsItsCode() {
    Delivery sent = of("{\"errcode\":0,\"msgid\":\"m-1\",\"response_code\":\"rc-1\"}");
    assertEquals(Optional.of("m-1"), sent.messageId());
    assertEquals(Optional.of("rc-1"), sent.responseCode());
  }

  private static Delivery of(String answer) {
    return SendAnswer.of("WangFang", answer);
  }
}
