package cn.gridcase.sandbox.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import cn.gridcase.sandbox.wire.Xml;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardRulesTest {
  private static final String TEXT =
      "{'card_type':'text_notice','main_title':{'title':'工单'},"
          + "'card_action':{'type':1,'url':'https://h/x'}}";
  private static final String NEWS =
      "{'card_type':'news_notice','main_title':{'title':'照片'},"
          + "'card_image':{'url':'https://h/p.jpg','aspect_ratio':1.6},"
          + "'card_action':{'type':1,'url':'https://h/x'}}";
  private static final String BUTTONS =
      "{'card_type':'button_interaction','task_id':'case-1','main_title':{'title':'待接单'},"
          + "'button_list':[{'text':'接单','key':'claim'}]}";
  private static final String VOTE =
      "{'card_type':'vote_interaction','task_id':'v1','main_title':{'title':'请选择'},"
          + "'checkbox':{'question_key':'q','option_list':[{'id':'a','text':'甲'}]},"
          + "'submit_button':{'key':'vote'}}";
  private static final String CHOICES =
      "{'card_type':'multiple_interaction','task_id':'m1','main_title':{'title':'派单'},"
          + "'select_list':[{'question_key':'d','option_list':[{'id':'1','text':'市政'}]}],"
          + "'submit_button':{'key':'assign'}}";

  @Test
  void takesTheSmallestCardOfEachKind() {
    for (String card : List.of(TEXT, NEWS, BUTTONS, VOTE, CHOICES)) {
      assertEquals(List.of(), CardRules.check(json(card), CardUse.SEND), card);
    }
  }

  @Test
  void refusesTitlesActionsIdsAndMenusWithTheirCode() {
    refused(42031, TEXT, "{'card_type':'poster'}");
    refused(42033, TEXT, "{'main_title':{}}");
    refused(42033, BUTTONS, "{'main_title':{'desc':'无题'}}");
    refused(42045, TEXT, "{'card_action':{'type':0}}");
    refused(42028, TEXT, "{'card_action':{'type':1}}");
    refused(45034, TEXT, "{'card_action':{'type':1,'url':'h/x'}}");
    refused(42030, TEXT, "{'card_action':{'type':2}}");
    refused(42014, BUTTONS, "{'task_id':''}");
    refused(42014, BUTTONS, "{'task_id':'案件 1'}");
    refused(42014, BUTTONS, "{'task_id':'" + "x".repeat(129) + "'}");
    refused(42014, TEXT, "{'action_menu':{'action_list':[{'text':'不再提醒','key':'mute'}]}}");
    refused(40058, BUTTONS, "{'action_menu':{'action_list':[]}}");
    refused(
        42051,
        BUTTONS,
        "{'action_menu':{'action_list':" + list(2, "{'text':'a','key':'k'}") + "}}");
  }

  @Test
  void refusesRowsAndJumpsWithTheirCode() {
    refused(42035, BUTTONS, "{'horizontal_content_list':" + list(7, "{'keyname':'a'}") + "}");
    refused(42027, BUTTONS, "{'horizontal_content_list':[{'value':'南街'}]}");
    refused(42029, BUTTONS, "{'horizontal_content_list':[{'keyname':'a','type':2}]}");
    refused(42050, BUTTONS, "{'horizontal_content_list':[{'keyname':'a','type':3}]}");
    refused(42036, NEWS, "{'vertical_content_list':" + list(5, "{'title':'a'}") + "}");
    refused(42033, NEWS, "{'vertical_content_list':[{'desc':'a'}]}");
    refused(42042, TEXT, "{'jump_list':" + list(4, "{'title':'a'}") + "}");
    refused(42044, NEWS, "{'card_image':{}}");
  }

  @Test
  void refusesButtonsAndChoicesWithTheirCode() {
    refused(42038, BUTTONS, "{'button_list':[]}");
    refused(42038, BUTTONS, "{'button_list':[{'key':'k'}]}");
    refused(42039, BUTTONS, "{'button_list':[{'text':'接单'}]}");
    refused(42039, BUTTONS, "{'button_list':" + list(2, "{'text':'a','key':'k'}") + "}");
    refused(42043, VOTE, "{'checkbox':{'option_list':[]}}");
    refused(42037, VOTE, "{'checkbox':{'question_key':'q','option_list':[]}}");
    refused(42046, VOTE, "{'submit_button':{}}");
    refused(42047, CHOICES, "{'select_list':[]}");
    refused(
        42037, CHOICES, "{'select_list':[{'question_key':'d','option_list':" + options(11) + "}]}");
    refused(42040, CHOICES, "{'select_list':[{'question_key':'d','option_list':[{'text':'a'}]}]}");
    refused(42041, CHOICES, "{'select_list':[{'question_key':'d','option_list':[{'id':'a'}]}]}");
    refused(40058, TEXT, "{'source':{'desc':'派遣','desc_color':null}}");
  }

  @Test
  void onlyFrownsAtTextsThatThePhoneCuts() {
    ObjectNode card = merged(BUTTONS, "{'button_list':[{'text':'一二三四五六七八九十百','key':'k'}]}");
    assertEquals(1, CardRules.check(card, CardUse.SEND).size());
  }

  @Test
  void asksNoTaskIdOfACardThatReplacesAnother() {
    ObjectNode card = merged(BUTTONS, "{'task_id':'','replace_text':'已接单'}");
    assertEquals(List.of(), CardRules.check(card, CardUse.UPDATE));
  }

  @Test
  void readsTheXmlOfAPassiveReplyAsTheSameCard() {
    String xml =
        "<TemplateCard><CardType>button_interaction</CardType>"
            + "<MainTitle><Title>待派遣</Title></MainTitle><Source><Desc>派遣</Desc>"
            + "<DescColor>1</DescColor></Source>"
            + "<HorizontalContentList><KeyName>类别</KeyName><Value>消防</Value>"
            + "</HorizontalContentList><ButtonSelection><QuestionKey>unit</QuestionKey>"
            + "<SelectedId>b</SelectedId><OptionList><Id>a</Id><Text>甲</Text></OptionList>"
            + "<OptionList><Id>b</Id><Text>乙</Text></OptionList></ButtonSelection>"
            + "<ButtonList><Text>派遣</Text><Style>1</Style><Key>go</Key></ButtonList>"
            + "<ReplaceText>已派遣</ReplaceText></TemplateCard>";
    ObjectNode card = CardXml.read(Xml.parse(xml));
    assertEquals(
        json(
            "{'card_type':'button_interaction','main_title':{'title':'待派遣'},"
                + "'source':{'desc':'派遣','desc_color':1},"
                + "'horizontal_content_list':[{'keyname':'类别','value':'消防'}],"
                + "'button_selection':{'question_key':'unit','selected_id':'b',"
                + "'option_list':[{'id':'a','text':'甲'},{'id':'b','text':'乙'}]},"
                + "'button_list':[{'text':'派遣','style':1,'key':'go'}],'replace_text':'已派遣'}"),
        card);
    assertTrue(CardRules.check(card, CardUse.UPDATE).isEmpty());
  }

  private static void refused(int code, String card, String change) {
    ObjectNode changed = merged(card, change);
    WeComError error =
        assertThrows(
            WeComError.class, () -> CardRules.check(changed, CardUse.SEND), changed::toString);
    assertEquals(code, error.code(), changed.toString());
  }

  private static ObjectNode merged(String card, String change) {
    ObjectNode merged = json(card);
    merged.setAll(json(change));
    return merged;
  }

  private static String list(int count, String entry) {
    return "[" + String.join(",", Collections.nCopies(count, entry)) + "]";
  }

  private static String options(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'id':'o" + i + "','text':'a'}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static ObjectNode json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
