package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What others published as right: 19 envelopes, each with all that is inside. */
class PublishedVectorsTest {

  @Test
  void thereAreNineteen() throws IOException {
    assertEquals(19, vectors().count());
  }

  @TestFactory
  Stream<DynamicTest> everyPublishedEnvelopeOpens() throws IOException {
    return vectors()
        .map(vector -> DynamicTest.dynamicTest(text(vector, "id"), () -> opens(vector)));
  }

  @TestFactory
  Stream<DynamicTest> everyDeterministicEnvelopeIsMadeAgainToTheByte() throws IOException {
    return vectors()
        .filter(vector -> text(vector, "op").equals("deterministic-encrypt"))
        .map(vector -> DynamicTest.dynamicTest(text(vector, "id"), () -> isMadeAgain(vector)));
  }

  private static void opens(JsonNode vector) {
    CallbackKey key = key(vector);
    Sealed sealed = sealed(vector, key);

    Opened opened = crypto(vector, key).open(sealed);

    assertEquals(text(vector, "plaintext"), opened.message());
  }

  private static void isMadeAgain(JsonNode vector) {
    CallbackKey key = key(vector);
    byte[] random = text(vector, "random16_ascii").getBytes(US_ASCII);

    Sealed made =
        crypto(vector, key)
            .seal(
                key,
                random,
                text(vector, "plaintext"),
                text(vector, "timestamp"),
                text(vector, "nonce"));

    assertEquals(text(vector, "encrypt"), made.encrypt());
    if (vector.hasNonNull("msg_signature")) {
      assertEquals(text(vector, "msg_signature"), made.signature());
    }
  }

  /** Two vectors came without a signature; theirs is made by what the others have proved. */
  private static Sealed sealed(JsonNode vector, CallbackKey key) {
    Sealed published =
        new Sealed(
            text(vector, "msg_signature"),
            text(vector, "timestamp"),
            text(vector, "nonce"),
            text(vector, "encrypt"));
    if (vector.hasNonNull("msg_signature")) {
      return published;
    }
    byte[] random = text(vector, "random16_ascii").getBytes(US_ASCII);
    return crypto(vector, key).seal(key, random, text(vector, "plaintext"), "", "");
  }

  private static MessageCrypto crypto(JsonNode vector, CallbackKey key) {
    return new MessageCrypto(new CallbackKeys(List.of(key), text(vector, "receiveid")));
  }

  private static CallbackKey key(JsonNode vector) {
    return new CallbackKey(text(vector, "token"), text(vector, "encoding_aes_key"));
  }

  private static String text(JsonNode vector, String field) {
    return vector.path(field).asText("");
  }

  static Stream<JsonNode> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            PublishedVectorsTest.class.getResourceAsStream("/crypto-vectors.json"))) {
      JsonNode vectors = new ObjectMapper().readTree(file).get("vectors");
      return StreamSupport.stream(vectors.spliterator(), false);
    }
  }
}
