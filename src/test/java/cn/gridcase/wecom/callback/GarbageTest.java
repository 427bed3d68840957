package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever comes over the wire, it ends in a message or in the one rejection. */
class GarbageTest {
  private static final int CASES = 5_000;
  private static final String PUSH = Pushes.press("<SelectedItems><A/></SelectedItems>");
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "&",
          ";",
          "]]>",
          "<![CDATA[",
          "<!DOCTYPE",
          "<!--",
          "<?xml ",
          "\"",
          "'",
          "=",
          "xml",
          "Encrypt",
          "\0",
          "\uFFFE",
          "\uD800",
          "&#x0;",
          "&lt;",
          "案",
          " ");

  private final MessageCrypto crypto = new MessageCrypto(Envelopes.keys());

  @Test
  void garbageAsABodyIsRejectedOrRead() {
    each(random -> BoundedXml.read(garbage(random), Reason.ENVELOPE));
  }

  @Test
  void aDamagedPushIsRejectedOrRead() {
    each(random -> InboundReader.read(new String(damaged(random, PUSH.getBytes(UTF_8)), UTF_8)));
  }

  @Test
  void aRightlySignedEnvelopeAroundGarbageIsRejected() {
    each(
        random -> {
          byte[] plain = new byte[16 * (1 + random.nextInt(12))];
          random.nextBytes(plain);
          // The likeliest to come through: a valid pad and a small length.
          if (random.nextBoolean()) {
            plain[plain.length - 1] = (byte) (1 + random.nextInt(3));
            plain[Math.min(16, plain.length - 1)] = 0;
          }
          Sealed sealed = Envelopes.ofPlain(plain);
          crypto.open(sealed);
          fail("random bytes were opened");
        });
  }

  @Test
  void aDamagedEnvelopeNeverOpens() {
    Sealed right = Envelopes.around(PUSH);
    each(
        random -> {
          byte[] damaged = damaged(random, right.encrypt().getBytes(UTF_8));
          String encrypt = new String(damaged, ISO_8859_1);
          Sealed sealed =
              random.nextBoolean()
                  ? Envelopes.signed(encrypt)
                  : new Sealed(right.signature(), right.timestamp(), right.nonce(), encrypt);
          open(sealed, encrypt.equals(right.encrypt()));
        });
  }

  @Test
  void aGarbledQueryIsRejectedOrRead() {
    each(random -> CallbackQuery.of(garbage(random)).sealing("E"));
  }

  private void open(Sealed sealed, boolean undamaged) {
    // CBC lets damage in the middle through; the signature is what forbids it.
    Opened opened = crypto.open(sealed);
    if (!undamaged && !Envelopes.signed(sealed.encrypt()).equals(sealed)) {
      fail("an envelope with a wrong signature was opened: " + opened.message());
    }
  }

  /** One try with a generator of its own. */
  private interface Try {
    void with(Random random);
  }

  private static void each(Try attempt) {
    long seed = System.nanoTime();
    Random seeds = new Random(seed);
    int rejected =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                IntStream.range(0, CASES)
                    .filter(i -> isRejected(attempt, new Random(seeds.nextLong())))
                    .toArray()
                    .length);
    System.out.println("garbage from seed " + seed + ": rejected " + rejected + " of " + CASES);
    assertTrue(rejected > CASES / 100, "the garbage was too good");
  }

  private static boolean isRejected(Try attempt, Random random) {
    try {
      attempt.with(random);
      return false;
    } catch (CallbackRejected expected) {
      return true;
    }
  }

  private static String garbage(Random random) {
    StringBuilder garbage = new StringBuilder(random.nextBoolean() ? "<xml>" : "");
    for (int i = random.nextInt(40); i > 0; i--) {
      garbage.append(
          random.nextInt(4) == 0
              ? Character.toString(random.nextInt(0x3000))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return garbage.toString();
  }

  private static byte[] damaged(Random random, byte[] bytes) {
    byte[] damaged = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
