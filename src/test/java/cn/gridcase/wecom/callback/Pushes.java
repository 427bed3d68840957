package cn.gridcase.wecom.callback;

/** Decrypted pushes in the order and spelling of WeCom's samples. */
final class Pushes {
  static final String AGENT = "<AgentID>1000002</AgentID>";
  static final String ID = "<MsgId>7301234567890123456</MsgId>";

  private Pushes() {}

  static String message(String type, String specific) {
    return of("zhangsan", "<MsgType>" + cdata(type) + "</MsgType>" + specific);
  }

  static String event(String event, String specific) {
    return of("zhangsan", eventHead(event) + specific);
  }

  static String systemEvent(String event, String specific) {
    return of("sys", eventHead(event) + specific);
  }

  static String text(String content) {
    return message("text", "<Content>" + cdata(content) + "</Content>" + ID + AGENT);
  }

  static String press(String selectedItems) {
    return event(
        "template_card_event",
        "<EventKey><![CDATA[claim]]></EventKey><TaskId><![CDATA[case-1001-3]]></TaskId>"
            + "<CardType><![CDATA[button_interaction]]></CardType>"
            + "<ResponseCode><![CDATA[RC1]]></ResponseCode>"
            + AGENT
            + selectedItems);
  }

  static String cdata(String text) {
    return "<![CDATA[" + text + "]]>";
  }

  private static String eventHead(String event) {
    return "<MsgType><![CDATA[event]]></MsgType><Event>" + cdata(event) + "</Event>";
  }

  private static String of(String sender, String specific) {
    return "<xml><ToUserName><![CDATA[ww0123456789abcdef]]></ToUserName><FromUserName>"
        + cdata(sender)
        + "</FromUserName><CreateTime>1767225600</CreateTime>"
        + specific
        + "</xml>";
  }
}
