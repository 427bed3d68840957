package cn.gridcase.bench;

import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.wire.Xml;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** The XML of the pushes that the benchmarks send, spelt as in WeCom's samples. */
record PushXml(Keys keys) {
  private static final AtomicLong IDS = new AtomicLong(7_000_000_000_000_000_000L);

  String text(String user, String content) {
    return head(user)
        + element("MsgType", "text")
        + element("Content", content)
        + bare("MsgId", Long.toString(IDS.incrementAndGet()))
        + agent()
        + "</xml>";
  }

  /** A button of a card without choices. */
  String press(String user, String taskId, String button) {
    return pressed(user, taskId, button) + agent() + "</xml>";
  }

  /** A button of a card with a dropdown. */
  String press(String user, String taskId, String button, String question, String option) {
    String chosen =
        element("QuestionKey", question) + bare("OptionIds", element("OptionId", option));
    return pressed(user, taskId, button)
        + agent()
        + bare("SelectedItems", bare("SelectedItem", chosen))
        + "</xml>";
  }

  private String pressed(String user, String taskId, String button) {
    return head(user)
        + element("MsgType", "event")
        + element("Event", "template_card_event")
        + element("EventKey", button)
        + element("TaskId", taskId)
        + element("CardType", "button_interaction")
        + element("ResponseCode", "rc" + IDS.incrementAndGet() + "AbCdEfGhIjKlMnOpQrStUv");
  }

  private String head(String user) {
    return "<xml>"
        + element("ToUserName", keys.corpId())
        + element("FromUserName", user)
        + bare("CreateTime", Long.toString(Clock.systemUTC().millis() / 1_000));
  }

  private String agent() {
    return bare("AgentID", Integer.toString(keys.agentId()));
  }

  private static String element(String name, String text) {
    return bare(name, Xml.cdata(text));
  }

  private static String bare(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
