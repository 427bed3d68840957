package cn.gridcase.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CutTest {
  @Test
  void aTextWithinTheLimitStaysAsItIs() {
    assertEquals("消防通道", Cut.characters("消防通道", 4));
    assertEquals("消防", Cut.bytes("消防", 6));
  }

  @Test
  void aLongTextEndsInAMarkAndCountsCodePoints() {
    assertEquals("𠮷𠮷…", Cut.characters("𠮷𠮷𠮷𠮷", 3));
  }

  /** Case 15. */
  @Test
  void noByteLimitEverSplitsACharacter() {
    String text = "a𠮷消é🙂".repeat(40);
    for (int limit = 3; limit < 200; limit++) {
      String cut = Cut.bytes(text, limit);
      int length = cut.getBytes(UTF_8).length;
      assertTrue(length <= limit && length > limit - 4, limit + " → " + length);
      assertEquals(cut, new String(cut.getBytes(UTF_8), UTF_8));
      assertTrue(text.startsWith(cut.substring(0, cut.length() - 1)));
    }
  }
}
