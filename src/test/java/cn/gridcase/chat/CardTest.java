package cn.gridcase.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardTest {
  private static final String PAGE = "https://town.example/cases/1";

  @Test
  void aButtonCardCarriesAllItMayShow() {
    Card card =
        Card.buttons("待派遣")
            .desc("台湖村口消防通道被堵")
            .source("台湖镇")
            .row("编号", "20261123-007")
            .quote("上报人说", "车停了两天")
            .subtitle("请选择处置单位")
            .dropdown("unit", "单位", options(2), "1")
            .button("派遣", "dispatch")
            .button("不予立案", "decline", 3);

    assertEquals(
        read(
            """
            {"card_type":"button_interaction","task_id":"t-1",
             "main_title":{"title":"待派遣","desc":"台湖村口消防通道被堵"},
             "source":{"desc":"台湖镇","desc_color":1},
             "horizontal_content_list":[{"keyname":"编号","value":"20261123-007"}],
             "quote_area":{"type":0,"title":"上报人说","quote_text":"车停了两天"},
             "sub_title_text":"请选择处置单位",
             "button_selection":{"question_key":"unit","title":"单位","selected_id":"1",
               "option_list":[{"id":"0","text":"选项0"},{"id":"1","text":"选项1"}]},
             "button_list":[{"text":"派遣","style":1,"key":"dispatch"},
               {"text":"不予立案","style":3,"key":"decline"}]}
            """),
        read(card.json("t-1")));
  }

  @Test
  void aNoticeAndANewsCardOpenAPage() {
    JsonNode notice = read(Card.notice("简报", PAGE).json());
    assertEquals("text_notice", notice.path("card_type").asText());
    assertEquals(PAGE, notice.at("/card_action/url").asText());
    assertEquals(1, notice.at("/card_action/type").asInt());

    JsonNode news = read(Card.news("现场照片", PAGE).image("https://town.example/p.jpg").json());
    assertEquals("news_notice", news.path("card_type").asText());
    refused(Card.news("现场照片", PAGE));
    refused(Card.notice("简报", "town.example/cases/1"));
  }

  @Test
  void aVoteAsksOneQuestionAndAChoicesCardUpToThree() {
    JsonNode vote = read(Card.vote("回访", "提交", "send").tick("q", true, options(20)).json());
    assertEquals(20, vote.at("/checkbox/option_list").size());
    assertEquals(1, vote.at("/checkbox/mode").asInt());
    refused(Card.vote("回访", "提交", "send").tick("q", true, options(21)));
    refused(Card.vote("回访", "提交", "send"));

    Card choices = Card.choices("派遣", "确定", "send").dropdown("a", "甲", options(10), "");
    Card three = choices.dropdown("b", "乙", options(1), "").dropdown("c", "丙", options(1), "");
    assertEquals(3, read(three.json()).path("select_list").size());
    refused(three.dropdown("d", "丁", options(1), ""));
    refused(choices.dropdown("a", "甲", options(1), ""));
  }

  @Test
  void longTextsAreCutWhereWeComWouldCutThem() {
    String lang = "长".repeat(200);
    Card card =
        Card.buttons(lang)
            .desc(lang)
            .source(lang)
            .subtitle(lang)
            .row(lang, lang)
            .dropdown("q", "单位", List.of(new Card.Option("1", lang)), "")
            .button(lang, "ok");

    JsonNode json = read(card.json());
    assertEquals(36, json.at("/main_title/title").asText().length());
    assertEquals(44, json.at("/main_title/desc").asText().length());
    assertEquals(20, json.at("/source/desc").asText().length());
    assertEquals(160, json.at("/sub_title_text").asText().length());
    assertEquals("长长长长…", json.at("/horizontal_content_list/0/keyname").asText());
    assertEquals(30, json.at("/horizontal_content_list/0/value").asText().length());
    assertEquals(16, json.at("/button_selection/option_list/0/text").asText().length());
    assertEquals(10, json.at("/button_list/0/text").asText().length());
  }

  @Test
  void countsAndKeysBeyondTheLimitsAreOurBug() {
    Card card = Card.buttons("待派遣").button("派遣", "dispatch");
    refused(Card.buttons("待派遣"));
    refused(Card.buttons(" ").button("派遣", "dispatch"));
    refused(card.button("再派", "dispatch"));
    refused(card.button("派", "长".repeat(342)));
    refused(card.button("", "empty"));
    refused(card.dropdown("unit", "单位", options(11), ""));
    refused(card.dropdown("unit", "单位", List.of(), ""));
    refused(card.dropdown("unit", "单位", options(2), "7"));
    refused(card.dropdown("u", "单位", List.of(new Card.Option("长".repeat(43), "甲")), ""));
    refused(card.tick("q", false, options(2)));
    assertThrows(
        IllegalStateException.class,
        () -> card.dropdown("a", "甲", options(1), "").dropdown("b", "乙", options(1), ""));

    Card rows = IntStream.range(0, 6).boxed().reduce(card, (c, n) -> c.row("行", "值"), (a, b) -> b);
    assertEquals(6, read(rows.json()).path("horizontal_content_list").size());
    refused(rows.row("行", "值"));
    refused(
        IntStream.range(0, 6).boxed().reduce(card, (c, n) -> c.button("派", "k" + n), (a, b) -> b));
  }

  @Test
  void aTaskIdKeepsToItsCharacters() {
    Card card = Card.buttons("待派遣").button("派遣", "dispatch");
    assertEquals("a-Z_0@", read(card.json("a-Z_0@")).path("task_id").asText());
    for (String taskId : List.of("", "案件", "a b", "x".repeat(129))) {
      assertThrows(IllegalStateException.class, () -> card.json(taskId), taskId);
    }
  }

  @Test
  void aDoneCardTakesNoMorePresses() {
    Card done =
        Card.buttons("待派遣")
            .dropdown("unit", "单位", options(2), "")
            .button("派遣", "dispatch")
            .done("已由张三派遣");
    assertEquals("已由张三派遣", read(done.json()).path("replace_text").asText());
    assertTrue(read(done.json()).at("/button_selection/disable").asBoolean());
    assertEquals("待派遣：已由张三派遣", done.inWords());

    assertEquals(1, read(Card.buttons("已派遣").done("完").json()).path("button_list").size());
    JsonNode choices =
        read(Card.choices("派", "好", "k").dropdown("a", "甲", options(1), "").done("完").json());
    assertTrue(choices.at("/select_list/0/disable").asBoolean());
    refused(Card.notice("简报", PAGE).done("完"));
  }

  @Test
  void aStoredCardReadsBackAsTheSameValueWithoutItsTaskId() {
    Card card = Card.buttons("待派遣").row("编号", "1").button("派遣", "dispatch");
    assertEquals(card, Card.fromJson(card.json()));
    assertEquals(card, Card.fromJson(card.json("t-1")));
    assertThrows(IllegalStateException.class, () -> Card.fromJson("[]"));
    assertThrows(IllegalStateException.class, () -> Card.fromJson("{"));
  }

  @Test
  void aCardIsAValueThatNoMethodChanges() {
    Card card = Card.buttons("待派遣").button("派遣", "dispatch");
    String before = card.json();
    assertNotEquals(card, card.button("退回", "back"));
    assertEquals(before, card.json());
  }

  private static List<Card.Option> options(int count) {
    return IntStream.range(0, count).mapToObj(n -> new Card.Option("" + n, "选项" + n)).toList();
  }

  private static void refused(Card card) {
    assertThrows(IllegalStateException.class, card::json, card::toString);
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
