package cn.gridcase.wecom.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A card's API JSON as the XML of a passive update 更新点击用户的整张卡片: other spelling, and lists are
 * repeated without a wrapper.
 */
final class CardXml {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may be inside what, in the order of WeCom's samples. */
  private static final Map<String, List<String>> INSIDE =
      Map.ofEntries(
          inside(
              "TemplateCard",
              "CardType Source ActionMenu MainTitle QuoteArea EmphasisContent SubTitleText"
                  + " HorizontalContentList JumpList CardAction CardImage VerticalContentList"
                  + " ImageTextArea ButtonSelection ButtonList CheckBox SelectList SubmitButton"
                  + " ReplaceText"),
          inside("Source", "IconUrl Desc DescColor"),
          inside("ActionMenu", "Desc ActionList"),
          inside("ActionList", "Text Key"),
          inside("MainTitle", "Title Desc"),
          inside("QuoteArea", "Type Url AppId PagePath Title QuoteText"),
          inside("EmphasisContent", "Title Desc"),
          inside("HorizontalContentList", "KeyName Value Type Url MediaId UserId"),
          inside("JumpList", "Title Type Url AppId PagePath"),
          inside("CardAction", "Title Type Url AppId PagePath"),
          inside("CardImage", "Url AspectRatio"),
          inside("VerticalContentList", "Title Desc"),
          inside("ImageTextArea", "Type Url AppId PagePath Title Desc ImageUrl"),
          inside("ButtonSelection", "QuestionKey Title SelectedId Disable OptionList"),
          inside("ButtonList", "Text Style Key"),
          inside("CheckBox", "QuestionKey Mode Disable OptionList"),
          inside("SelectList", "QuestionKey Title SelectedId Disable OptionList"),
          inside("OptionList", "Id Text IsChecked"),
          inside("SubmitButton", "Text Key"));

  /** Names that are one word in JSON and two in XML. */
  private static final Set<String> ONE_WORD =
      Set.of("KeyName", "AppId", "PagePath", "CheckBox", "UserId");

  private CardXml() {}

  /**
   * The {@code TemplateCard} element.
   *
   * @throws IllegalStateException if the card has something that a passive update cannot carry
   */
  static String of(String cardJson) {
    try {
      return element("TemplateCard", JSON.readTree(cardJson));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a card's JSON cannot be read", e);
    }
  }

  private static String element(String name, JsonNode value) {
    if (value.isArray()) {
      StringBuilder repeated = new StringBuilder();
      value.forEach(each -> repeated.append(element(name, each)));
      return repeated.toString();
    }
    String content;
    if (value.isObject()) {
      content = children(name, value);
    } else if (value.isTextual()) {
      content = XmlText.cdata(value.textValue());
    } else {
      content = value.asText();
    }
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private static String children(String parent, JsonNode object) {
    Set<String> left = new TreeSet<>();
    object.fieldNames().forEachRemaining(left::add);
    StringBuilder xml = new StringBuilder();
    for (String name : INSIDE.getOrDefault(parent, List.of())) {
      String field = jsonName(name);
      left.remove(field);
      if (object.hasNonNull(field)) {
        xml.append(element(name, object.get(field)));
      }
    }
    // The card keeps its task id, and a button's type 0 is the only one there is here.
    left.removeIf(field -> field.equals("task_id") || object.get(field).asText().equals("0"));
    if (!left.isEmpty()) {
      throw new IllegalStateException("no place in a passive update for " + parent + " " + left);
    }
    return xml.toString();
  }

  private static String jsonName(String name) {
    String spaced = ONE_WORD.contains(name) ? name : name.replaceAll("(?<=.)([A-Z])", "_$1");
    return spaced.toLowerCase(Locale.ROOT);
  }

  private static Map.Entry<String, List<String>> inside(String parent, String children) {
    return Map.entry(parent, List.of(children.split(" ", -1)));
  }
}
