package cn.gridcase.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private final JsonNode vectors = read().path("vectors");

  @Test
  void opensEveryPublishedVector() {
    for (JsonNode vector : vectors) {
      Envelope envelope = envelope(vector);
      String encrypted = vector.path("encrypt").asText();
      assertEquals(text(vector, "plaintext"), envelope.decrypt(encrypted), text(vector, "id"));
      if (vector.path("msg_signature").isTextual()) {
        assertEquals(
            text(vector, "msg_signature"),
            envelope.signature(text(vector, "timestamp"), text(vector, "nonce"), encrypted),
            text(vector, "id"));
      }
    }
    assertEquals(19, vectors.size());
  }

  @Test
  void sealsTheVectorsThatNameTheirRandomPrefix() {
    int sealed = 0;
    for (JsonNode vector : vectors) {
      if (vector.has("random16_ascii")) {
        byte[] random = text(vector, "random16_ascii").getBytes(StandardCharsets.US_ASCII);
        assertEquals(
            text(vector, "encrypt"),
            envelope(vector).encrypt(text(vector, "plaintext"), random),
            text(vector, "id"));
        sealed++;
      }
    }
    assertTrue(sealed >= 6, "only " + sealed);
  }

  @Test
  void refusesWhatIsForAnotherCorp() {
    String key = Envelope.random(43);
    String sealed = new Envelope("t", key, "ww1").encrypt("路灯坏了");
    assertThrows(
        IllegalArgumentException.class, () -> new Envelope("t", key, "ww2").decrypt(sealed));
  }

  @Test
  void opensWhatItSealedWhateverTheLength() {
    var envelope = new Envelope("t", Envelope.random(43), "ww0123456789abcdef");
    for (int length = 0; length < 70; length++) {
      String message = "灯".repeat(length);
      assertEquals(message, envelope.decrypt(envelope.encrypt(message)));
    }
  }

  private static Envelope envelope(JsonNode vector) {
    return new Envelope(
        text(vector, "token"), text(vector, "encoding_aes_key"), text(vector, "receiveid"));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static JsonNode read() {
    try (var file = EnvelopeTest.class.getResourceAsStream("/crypto-vectors.json")) {
      return Json.parse(Objects.requireNonNull(file).readAllBytes()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
