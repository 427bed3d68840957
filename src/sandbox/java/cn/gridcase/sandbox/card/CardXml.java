package cn.gridcase.sandbox.card;

import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.Xml;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** A card as a passive reply writes it, CamelCase XML, into the JSON it stands for (H). */
public final class CardXml {
  private static final Set<String> REPEATED =
      Set.of(
          "ActionList",
          "HorizontalContentList",
          "JumpList",
          "VerticalContentList",
          "OptionList",
          "ButtonList",
          "SelectList");
  private static final Set<String> NUMBERS =
      Set.of("DescColor", "Type", "Style", "Mode", "AspectRatio");
  private static final Set<String> TRUTHS = Set.of("Disable", "IsChecked");

  /** Names whose JSON form does not follow from the rule; the case of AppId varies in the docs. */
  private static final Map<String, String> SPECIAL =
      Map.of(
          "KeyName", "keyname",
          "UserId", "userid",
          "AppId", "appid",
          "Appid", "appid",
          "PagePath", "pagepath",
          "Pagepath", "pagepath",
          "CheckBox", "checkbox");

  private CardXml() {}

  /** Reads a {@code <TemplateCard>}. */
  public static ObjectNode read(Element element) {
    ObjectNode node = Json.object();
    for (Element child : Xml.children(element)) {
      String name = jsonName(child.getTagName());
      if (REPEATED.contains(child.getTagName())) {
        node.withArray(name).add(read(child));
      } else if (!Xml.children(child).isEmpty()) {
        node.set(name, read(child));
      } else {
        leaf(node, name, child);
      }
    }
    return node;
  }

  private static void leaf(ObjectNode node, String name, Element child) {
    String text = child.getTextContent();
    if (TRUTHS.contains(child.getTagName())) {
      node.put(name, text.strip().equals("true") || text.strip().equals("1"));
    } else if (NUMBERS.contains(child.getTagName())) {
      number(node, name, text.strip());
    } else {
      node.put(name, text);
    }
  }

  private static void number(ObjectNode node, String name, String text) {
    if (name.equals("aspect_ratio")) {
      node.put(name, Double.parseDouble(text));
    } else {
      node.put(name, Integer.parseInt(text));
    }
  }

  private static String jsonName(String xmlName) {
    String special = SPECIAL.get(xmlName);
    return special != null
        ? special
        : xmlName.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
