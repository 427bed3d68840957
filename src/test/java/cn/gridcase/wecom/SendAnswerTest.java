package cn.gridcase.wecom;

import static cn.gridcase.outbox.Delivery.Outcome.AGAIN;
import static cn.gridcase.outbox.Delivery.Outcome.NEVER;
import static cn.gridcase.outbox.Delivery.Outcome.SENT;
import static cn.gridcase.outbox.Delivery.Outcome.UNKNOWN;
import static cn.gridcase.outbox.Delivery.Outcome.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.outbox.Delivery;
import cn.gridcase.outbox.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendAnswerTest {
  @Test
  void everyAnswerHasItsMeaning() {
    Map.of(
            "{\"errcode\":0,\"msgid\":\"m\"}", SENT,
            "{\"errcode\":0,\"errmsg\":\"ok\"}", SENT,
            "{\"errcode\":0,\"invaliduser\":\"wangfang\"}", UNREACHABLE,
            "{\"errcode\":0,\"invaliduser\":\"zhang|wangfang\"}", UNREACHABLE,
            "{\"errcode\":0,\"invaliduser\":[\"wangfang\"]}", UNREACHABLE,
            "{\"errcode\":0,\"unlicenseduser\":\"wangfang\"}", UNREACHABLE,
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
    Map.of(
            Trouble.LIMITED,
            List.of(45009, 45033),
            Trouble.MISCONFIGURED,
            List.of(40001, 40013, 43012, 48002, 50003, 60020, 301002),
            Trouble.LOST,
            List.of(-1, 6000, 40014, 42001))
        .forEach(
            (trouble, codes) -> {
              for (int code : codes) {
                assertEquals(AGAIN, SendAnswer.refused(code, "").outcome(), "" + code);
                assertEquals(Optional.of(trouble), SendAnswer.refused(code, "").trouble());
              }
            });
    Map.of(
            UNREACHABLE, List.of(40003, 60111, 81013, 50002),
            NEVER, List.of(42015, 42016, 60140, 82101),
            AGAIN, List.of(40008, 40058, 42014, 42035, 44004, 99999))
        .forEach(
            (outcome, codes) -> {
              for (int code : codes) {
                assertEquals(outcome, SendAnswer.refused(code, "").outcome(), "" + code);
                assertEquals(Optional.empty(), SendAnswer.refused(code, "").trouble(), "" + code);
              }
            });
    assertTrue(SendAnswer.refused(81013, "all invalid").reason().contains("81013 all invalid"));
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
