package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCryptoTest {
  private static final String OTHER_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final String HELLO = "<xml>你好</xml>";

  private final MessageCrypto crypto = new MessageCrypto(Envelopes.keys());

  @Test
  void whatIsSealedOpensAgainAtEveryLengthOfPadding() {
    CallbackKey key = Envelopes.keys().inForce().get(0);
    for (int length = 0; length < 70; length++) {
      String message = "案".repeat(length);

      Opened opened = crypto.open(crypto.seal(key, message, "1795413900", "n"));

      assertEquals(message, opened.message());
    }
  }

  @Test
  void twoSealedAnswersNeverLookAlike() {
    CallbackKey key = Envelopes.keys().inForce().get(0);

    Sealed one = crypto.seal(key, HELLO, "1795413900", "n");
    Sealed two = crypto.seal(key, HELLO, "1795413900", "n");

    assertNotEquals(one.encrypt().substring(0, 22), two.encrypt().substring(0, 22));
  }

  @Test
  void anyChangedCharacterOfTheSignatureIsRejected() {
    Sealed right = Envelopes.around(HELLO);
    for (int i = 0; i < right.signature().length(); i++) {
      char[] changed = right.signature().toCharArray();
      changed[i] = changed[i] == '0' ? '1' : '0';

      assertRejected(
          Reason.SIGNATURE,
          new Sealed(new String(changed), right.timestamp(), right.nonce(), right.encrypt()));
    }
    assertRejected(Reason.SIGNATURE, new Sealed("", "", "", ""));
    assertRejected(
        Reason.SIGNATURE,
        new Sealed(right.signature(), right.timestamp(), "263014781", right.encrypt()));
  }

  @Test
  void theNonceOfAPublishedMessageCannotBeChanged() throws Exception {
    var vector =
        PublishedVectorsTest.vectors()
            .filter(each -> each.path("id").asText().equals("wechatpy-url-verify"))
            .findFirst()
            .orElseThrow();
    var key =
        new CallbackKey(vector.path("token").asText(), vector.path("encoding_aes_key").asText());
    var its = new MessageCrypto(new CallbackKeys(List.of(key), vector.path("receiveid").asText()));
    Sealed changed =
        new Sealed(
            vector.path("msg_signature").asText(),
            vector.path("timestamp").asText(),
            "437374424",
            vector.path("encrypt").asText());

    assertThrows(CallbackRejected.class, () -> its.open(changed));
  }

  /** Case 09. */
  @Test
  void aMessageForAnotherCorpIsRejectedThoughItsSignatureIsRight() {
    byte[] message = new byte[26];

    for (String other : List.of("wx5823bf96d3bd56c8", "wx5823bf96d3bd56c7", "")) {
      Sealed sealed = Envelopes.ofPlain(padded(message, message.length, other));
      if (other.equals(Envelopes.CORP)) {
        assertEquals(26, crypto.open(sealed).message().length());
      } else {
        assertRejected(Reason.RECEIVEID, sealed);
      }
    }
    assertRejected(Reason.RECEIVEID, Envelopes.ofPlain(padded(message, 25, Envelopes.CORP)));
  }

  /** Case 11. */
  @Test
  void everyWrongPaddingIsRejected() {
    for (int padByte : new int[] {0, 33, 64, 127, 128, 255}) {
      byte[] plain = padded(HELLO.getBytes(UTF_8), 16, Envelopes.CORP);
      plain[plain.length - 1] = (byte) padByte;
      assertRejected(Reason.PADDING, Envelopes.ofPlain(plain));
    }
    byte[] oneByteOff = padded(HELLO.getBytes(UTF_8), 16, Envelopes.CORP);
    oneByteOff[oneByteOff.length - oneByteOff[oneByteOff.length - 1]] ^= 1;
    assertRejected(Reason.PADDING, Envelopes.ofPlain(oneByteOff));
    byte[] shorterThanItsPad = new byte[16];
    Arrays.fill(shorterThanItsPad, (byte) 17);
    assertRejected(Reason.PADDING, Envelopes.ofPlain(shorterThanItsPad));
  }

  /** Case 11. */
  @Test
  void everyImpossibleLengthIsRejected() {
    byte[] message = HELLO.getBytes(UTF_8);
    for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000_000, 60}) {
      assertRejected(Reason.LENGTH, Envelopes.ofPlain(padded(message, length, Envelopes.CORP)));
    }
    byte[] nothingButPadding = new byte[32];
    Arrays.fill(nothingButPadding, (byte) 32);
    assertRejected(Reason.LENGTH, Envelopes.ofPlain(nothingButPadding));
  }

  @Test
  void whatIsNotWholeBlocksOfBase64IsRejected() {
    for (String garbage : List.of("", "=", "%%%%", "QUJD", "你好", "A".repeat(43) + "\n")) {
      assertRejected(Reason.CIPHERTEXT, Envelopes.signed(garbage));
    }
    byte[] oddBytes = new byte[33];
    assertRejected(
        Reason.CIPHERTEXT, Envelopes.signed(Base64.getEncoder().encodeToString(oddBytes)));
  }

  @Test
  void whileKeysAreRotatedBothPairsOpenAndTheAnswerUsesTheOneThatDid() {
    CallbackKey old = new CallbackKey(Envelopes.TOKEN, Envelopes.AES_KEY);
    CallbackKey current = new CallbackKey("newToken1", OTHER_KEY);
    var rotating = new MessageCrypto(new CallbackKeys(List.of(current, old), Envelopes.CORP));
    var after = new MessageCrypto(new CallbackKeys(List.of(current), Envelopes.CORP));

    Opened opened = rotating.open(Envelopes.around(HELLO));

    assertEquals(old, opened.key());
    assertEquals(current, rotating.open(after.seal(current, HELLO, "1", "n")).key());
    assertThrows(CallbackRejected.class, () -> after.open(Envelopes.around(HELLO)));
  }

  @Test
  void theAesKeyCanBeRotatedAloneUnderTheSameToken() {
    CallbackKey old = new CallbackKey(Envelopes.TOKEN, Envelopes.AES_KEY);
    CallbackKey current = new CallbackKey(Envelopes.TOKEN, OTHER_KEY);
    var rotating = new MessageCrypto(new CallbackKeys(List.of(current, old), Envelopes.CORP));

    assertEquals(old, rotating.open(Envelopes.around(HELLO)).key());
  }

  @Test
  void aKeyOfTheWrongFormIsAConfigurationErrorThatDoesNotShowIt() {
    String right = Envelopes.AES_KEY;
    for (String wrong : List.of(right.substring(1), right + "A", right.replace('j', '+'), "")) {
      var refused =
          assertThrows(
              IllegalArgumentException.class, () -> new CallbackKey(Envelopes.TOKEN, wrong));
      assertEquals("not a callback token and EncodingAESKey", refused.getMessage());
    }
  }

  @Test
  void spareBitsInTheKeysLastCharacterDoNotMatter() {
    String spare = OTHER_KEY.substring(0, 42);
    assertArrayEquals(
        new CallbackKey(Envelopes.TOKEN, spare + "E").key().getEncoded(),
        new CallbackKey(Envelopes.TOKEN, spare + "G").key().getEncoded());
  }

  private static byte[] padded(byte[] message, int length, String receiveid) {
    int pad = 32 - (20 + message.length + receiveid.length()) % 32;
    return Envelopes.plain(length, message, receiveid, pad, (byte) pad);
  }

  private void assertRejected(Reason reason, Sealed sealed) {
    var rejected = assertThrows(CallbackRejected.class, () -> crypto.open(sealed));
    assertEquals(reason, rejected.reason());
    assertEquals("callback rejected", rejected.getMessage());
    assertEquals(0, rejected.getStackTrace().length);
  }
}
