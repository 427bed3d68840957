package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackQueryTest {

  @Test
  void base64KeepsItsSignsEscapedOrNot() {
    var query =
        CallbackQuery.of("msg_signature=s&timestamp=1795413900&nonce=n&echostr=a%2Bb+c%2Fd/e%3D=");

    assertEquals("a+b+c/d/e==", query.required("echostr"));
    assertEquals(new Sealed("s", "1795413900", "n", "E"), query.sealing("E"));
  }

  @Test
  void aDoubledMissingOrBrokenParameterIsRejected() {
    for (String raw :
        List.of(
            "",
            "timestamp=1&nonce=n",
            "msg_signature=s&timestamp=1",
            "msg_signature=&timestamp=1&nonce=n",
            "msg_signature&timestamp=1&nonce=n",
            "msg_signature=a&msg_signature=b&timestamp=1&nonce=n",
            "msg_signature=a&timestamp=1&timestamp=1&nonce=n",
            "msg_signature=%zz&timestamp=1&nonce=n",
            "msg_signature=%&timestamp=1&nonce=n",
            "msg_signature=a&timestamp=-1&nonce=n",
            "msg_signature=a&timestamp=1e9&nonce=n",
            "msg_signature=a&timestamp=9999999999999&nonce=n",
            "msg_signature=a&timestamp=１&nonce=n")) {
      assertThrows(CallbackRejected.class, () -> CallbackQuery.of(raw).sealing("E"), raw);
    }
  }
}
