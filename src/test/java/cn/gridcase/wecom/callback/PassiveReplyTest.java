package cn.gridcase.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.chat.Card;
import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.Reply;
import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import org.junit.jupiter.api.Test;

class PassiveReplyTest {
  private static final InboundMessage SAID = InboundReader.read(Pushes.text("简报"));
  private static final InboundMessage PRESSED = InboundReader.read(Pushes.press(""));

  private enum Button {
    DISPATCH
  }

  private static final Card CARD = Card.buttons("待派遣").button("派遣", Button.DISPATCH);

  private final PassiveReply passive = new PassiveReply("ww0123456789abcdef", "1767225600");

  @Test
  void aLineGoesBackToWhoSpoke() {
    XmlElement answer = read(passive.xml(SAID, Reply.line("收到 ]]> <b> & 🚒\0")));

    assertEquals("zhangsan", answer.textOf("ToUserName"));
    assertEquals("ww0123456789abcdef", answer.textOf("FromUserName"));
    assertEquals("1767225600", answer.textOf("CreateTime"));
    assertEquals("text", answer.textOf("MsgType"));
    assertEquals("收到 ]]> <b> & 🚒", answer.textOf("Content"));
  }

  @Test
  void aLineTooLongIsCutBetweenCharactersAndSaysSo() {
    for (String letter : new String[] {"a", "é", "案", "𠮷"}) {
      String content = read(passive.xml(SAID, Reply.line(letter.repeat(2_049)))).textOf("Content");

      int bytes = content.getBytes(UTF_8).length;
      assertTrue(bytes <= 2_048 && bytes > 2_044, letter + " " + bytes);
      assertTrue(content.matches("(" + letter + ")+…"), letter);
    }
    String whole = "案".repeat(682) + "ab";
    assertEquals(whole, read(passive.xml(SAID, Reply.line(whole))).textOf("Content"));
  }

  @Test
  void aPressIsAnsweredByPaintingTheCardAnew() {
    XmlElement answer = read(passive.xml(PRESSED, Reply.repaint(CARD)));

    assertEquals("update_template_card", answer.textOf("MsgType"));
    assertTrue(answer.first("TemplateCard").isPresent());
  }

  @Test
  void nothingButAPressIsAnsweredWithACard() {
    Reply card = Reply.repaint(CARD);

    assertThrows(IllegalStateException.class, () -> passive.xml(SAID, card));
  }

  @Test
  void theEnvelopeCarriesWhatVerifiesIt() {
    Sealed sealed = Envelopes.around("x");

    XmlElement envelope = read(PassiveReply.envelope(sealed));

    assertEquals(
        sealed,
        new Sealed(
            envelope.textOf("MsgSignature"),
            envelope.textOf("TimeStamp"),
            envelope.textOf("Nonce"),
            envelope.textOf("Encrypt")));
  }

  private static XmlElement read(String xml) {
    return BoundedXml.read(xml, Reason.XML);
  }
}
