package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CardXmlTest {

  @Test
  void aTextNoticeIsSpeltAsThePassiveUpdateWantsIt() {
    String json =
        """
        {"card_type":"text_notice","task_id":"t1","source":{"desc":"指挥中心","desc_color":0},
         "action_menu":{"desc":"更多","action_list":[{"text":"一","key":"a"},{"text":"二","key":"b"}]},
         "main_title":{"title":"案件","desc":"路灯"},"emphasis_content":{"title":"3","desc":"件"},
         "quote_area":{"type":2,"appid":"wx1","pagepath":"p","title":"原话","quote_text":"坏了"},
         "sub_title_text":"南街","jump_list":[{"type":1,"title":"看","url":"https://h/?a=1&b=2"}],
         "horizontal_content_list":[{"keyname":"地点","value":"南街"},
          {"keyname":"谁","value":"张三","type":3,"userid":"zhangsan"},
          {"keyname":"件","value":"a.pdf","type":2,"media_id":"M"}],
         "card_action":{"type":1,"url":"https://h/x"}}
        """;

    assertEquals(
        "<TemplateCard><CardType>|text_notice|</CardType>"
            + "<Source><Desc>|指挥中心|</Desc><DescColor>0</DescColor></Source>"
            + "<ActionMenu><Desc>|更多|</Desc><ActionList><Text>|一|</Text><Key>|a|</Key></ActionList>"
            + "<ActionList><Text>|二|</Text><Key>|b|</Key></ActionList></ActionMenu>"
            + "<MainTitle><Title>|案件|</Title><Desc>|路灯|</Desc></MainTitle>"
            + "<QuoteArea><Type>2</Type><AppId>|wx1|</AppId><PagePath>|p|</PagePath>"
            + "<Title>|原话|</Title><QuoteText>|坏了|</QuoteText></QuoteArea>"
            + "<EmphasisContent><Title>|3|</Title><Desc>|件|</Desc></EmphasisContent>"
            + "<SubTitleText>|南街|</SubTitleText>"
            + "<HorizontalContentList><KeyName>|地点|</KeyName><Value>|南街|</Value>"
            + "</HorizontalContentList><HorizontalContentList><KeyName>|谁|</KeyName>"
            + "<Value>|张三|</Value><Type>3</Type><UserId>|zhangsan|</UserId>"
            + "</HorizontalContentList><HorizontalContentList><KeyName>|件|</KeyName>"
            + "<Value>|a.pdf|</Value><Type>2</Type><MediaId>|M|</MediaId></HorizontalContentList>"
            + "<JumpList><Title>|看|</Title><Type>1</Type><Url>|https://h/?a=1&b=2|</Url></JumpList>"
            + "<CardAction><Type>1</Type><Url>|https://h/x|</Url></CardAction></TemplateCard>",
        shown(json));
  }

  @Test
  void aNewsNoticeKeepsItsPictureAndItsList() {
    String json =
        """
        {"card_type":"news_notice","main_title":{"title":"照片"},
         "card_image":{"url":"https://h/p.jpg","aspect_ratio":1.6},
         "image_text_area":{"type":1,"url":"u","title":"t","desc":"d","image_url":"i"},
         "vertical_content_list":[{"title":"地点","desc":"南街"}],
         "card_action":{"type":1,"url":"https://h/x"}}
        """;

    assertEquals(
        "<TemplateCard><CardType>|news_notice|</CardType><MainTitle><Title>|照片|</Title></MainTitle>"
            + "<CardAction><Type>1</Type><Url>|https://h/x|</Url></CardAction>"
            + "<CardImage><Url>|https://h/p.jpg|</Url><AspectRatio>1.6</AspectRatio></CardImage>"
            + "<VerticalContentList><Title>|地点|</Title><Desc>|南街|</Desc></VerticalContentList>"
            + "<ImageTextArea><Type>1</Type><Url>|u|</Url><Title>|t|</Title><Desc>|d|</Desc>"
            + "<ImageUrl>|i|</ImageUrl></ImageTextArea></TemplateCard>",
        shown(json));
  }

  @Test
  void buttonsKeepTheirDropdownAndEndInOneGreyText() {
    String json =
        """
        {"card_type":"button_interaction","main_title":{"title":"待派遣"},
         "button_selection":{"question_key":"unit","title":"单位","selected_id":"1","disable":true,
          "option_list":[{"id":"1","text":"市政"},{"id":"2","text":"城管"}]},
         "button_list":[{"type":0,"text":"派遣","style":1,"key":"dispatch"},
          {"text":"不予立案","style":3,"key":"decline"}],"replace_text":"已派遣给市政"}
        """;

    assertEquals(
        "<TemplateCard><CardType>|button_interaction|</CardType>"
            + "<MainTitle><Title>|待派遣|</Title></MainTitle>"
            + "<ButtonSelection><QuestionKey>|unit|</QuestionKey><Title>|单位|</Title>"
            + "<SelectedId>|1|</SelectedId><Disable>true</Disable>"
            + "<OptionList><Id>|1|</Id><Text>|市政|</Text></OptionList>"
            + "<OptionList><Id>|2|</Id><Text>|城管|</Text></OptionList></ButtonSelection>"
            + "<ButtonList><Text>|派遣|</Text><Style>1</Style><Key>|dispatch|</Key></ButtonList>"
            + "<ButtonList><Text>|不予立案|</Text><Style>3</Style><Key>|decline|</Key></ButtonList>"
            + "<ReplaceText>|已派遣给市政|</ReplaceText></TemplateCard>",
        shown(json));
  }

  @Test
  void aVoteKeepsItsTicks() {
    String json =
        """
        {"card_type":"vote_interaction","main_title":{"title":"请选择"},"checkbox":{"question_key":"q",
         "mode":1,"option_list":[{"id":"a","text":"甲","is_checked":true}]},
         "submit_button":{"text":"提交","key":"vote"},"replace_text":"已提交"}
        """;

    assertEquals(
        "<TemplateCard><CardType>|vote_interaction|</CardType>"
            + "<MainTitle><Title>|请选择|</Title></MainTitle>"
            + "<CheckBox><QuestionKey>|q|</QuestionKey><Mode>1</Mode>"
            + "<OptionList><Id>|a|</Id><Text>|甲|</Text><IsChecked>true</IsChecked></OptionList>"
            + "</CheckBox><SubmitButton><Text>|提交|</Text><Key>|vote|</Key></SubmitButton>"
            + "<ReplaceText>|已提交|</ReplaceText></TemplateCard>",
        shown(json));
  }

  @Test
  void choicesRepeatEachListWithoutAWrapper() {
    String json =
        """
        {"card_type":"multiple_interaction","main_title":{"title":"派单"},"select_list":[
          {"question_key":"a","title":"部门","selected_id":"1","option_list":[{"id":"1","text":"市政"}]},
          {"question_key":"b","option_list":[{"id":"2","text":"城管"}]}],
         "submit_button":{"text":"确定","key":"assign"}}
        """;

    assertEquals(
        "<TemplateCard><CardType>|multiple_interaction|</CardType>"
            + "<MainTitle><Title>|派单|</Title></MainTitle>"
            + "<SelectList><QuestionKey>|a|</QuestionKey><Title>|部门|</Title>"
            + "<SelectedId>|1|</SelectedId>"
            + "<OptionList><Id>|1|</Id><Text>|市政|</Text></OptionList></SelectList>"
            + "<SelectList><QuestionKey>|b|</QuestionKey>"
            + "<OptionList><Id>|2|</Id><Text>|城管|</Text></OptionList></SelectList>"
            + "<SubmitButton><Text>|确定|</Text><Key>|assign|</Key></SubmitButton></TemplateCard>",
        shown(json));
  }

  @Test
  void nothingInACardCanBreakOutOfItsElement() {
    String xml = CardXml.of("{\"sub_title_text\":\"a]]></SubTitleText>\\u0000<x>\"}");

    assertEquals(
        "a]]></SubTitleText><x>",
        BoundedXml.read(xml, CallbackRejected.Reason.XML).textOf("SubTitleText"));
  }

  @Test
  void whatAPassiveUpdateCannotCarryIsOurBugAndNotDropped() {
    var refused =
        assertThrows(
            IllegalStateException.class,
            () -> CardXml.of("{\"button_list\":[{\"type\":1,\"text\":\"看\",\"url\":\"u\"}]}"));

    assertEquals("no place in a passive update for ButtonList [type, url]", refused.getMessage());
  }

  /** The XML with each CDATA section shown as |text|. */
  private static String shown(String json) {
    return CardXml.of(json).replace("<![CDATA[", "|").replace("]]>", "|");
  }
}
