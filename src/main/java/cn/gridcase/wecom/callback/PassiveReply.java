package cn.gridcase.wecom.callback;

import cn.gridcase.chat.Card;
import cn.gridcase.chat.Cut;
import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.InboundMessage.Kind;
import cn.gridcase.chat.Reply;

/**
 * 被动回复: the answer that travels back inside the callback, to the one who spoke or pressed.
 *
 * @param corp who answers
 * @param timestamp unix seconds in decimal, as the callback gave it
 */
record PassiveReply(String corp, String timestamp) {
  private static final int MOST_TEXT_BYTES = 2_048;

  /**
   * The answer before it is sealed.
   *
   * @throws IllegalStateException for nothing to say, and for a card that answers no press
   */
  String xml(InboundMessage heard, Reply reply) {
    if (reply.isNothing()) {
      throw new IllegalStateException("nothing to say is an empty answer");
    }
    return "<xml><ToUserName>"
        + XmlText.cdata(heard.sender())
        + "</ToUserName><FromUserName>"
        + XmlText.cdata(corp)
        + "</FromUserName><CreateTime>"
        + timestamp
        + "</CreateTime>"
        + answer(heard, reply)
        + "</xml>";
  }

  /** The envelope of a sealed answer. */
  static String envelope(Sealed sealed) {
    return "<xml><Encrypt>"
        + XmlText.cdata(sealed.encrypt())
        + "</Encrypt><MsgSignature>"
        + XmlText.cdata(sealed.signature())
        + "</MsgSignature><TimeStamp>"
        + sealed.timestamp()
        + "</TimeStamp><Nonce>"
        + XmlText.cdata(sealed.nonce())
        + "</Nonce></xml>";
  }

  private static String answer(InboundMessage heard, Reply reply) {
    boolean forCards = reply.card().isPresent() || !reply.greyed().isEmpty();
    if (forCards && heard.kind() != Kind.CARD_PRESS) {
      throw new IllegalStateException("only a press is answered with a card");
    }
    if (!reply.greyed().isEmpty()) {
      return greyed(reply.greyed());
    }
    return reply.card().map(PassiveReply::repainted).orElseGet(() -> line(reply.line()));
  }

  /** WeCom cuts at the byte, in the middle of a character; we cut before it and say so. */
  private static String line(String line) {
    return "<MsgType><![CDATA[text]]></MsgType><Content>"
        + XmlText.cdata(Cut.bytes(line, MOST_TEXT_BYTES))
        + "</Content>";
  }

  private static String greyed(String word) {
    return "<MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName>"
        + XmlText.cdata(word)
        + "</ReplaceName></Button>";
  }

  private static String repainted(Card card) {
    return "<MsgType><![CDATA[update_template_card]]></MsgType>" + CardXml.of(card.json());
  }
}
