package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.chat.InboundMessage.Kind;
import cn.gridcase.chat.InboundMessage.Pin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundReaderTest {

  @Test
  void aTextIsReadWhole() {
    String xml = Pushes.text("台湖村口消防通道被堵 <b>&amp;");

    InboundMessage read = InboundReader.read(xml);

    assertEquals(Kind.TEXT, read.kind());
    assertEquals("text", read.type());
    assertEquals("台湖村口消防通道被堵 <b>&amp;", read.text());
    assertEquals("zhangsan", read.sender());
    assertEquals(Optional.of("msg:7301234567890123456"), read.secondKey());
    assertEquals(xml, read.xml());
    assertTrue(read.key().matches("[0-9a-f]{64}"));
    assertEquals(Optional.empty(), read.press());
  }

  @ParameterizedTest
  @CsvSource({"image, IMAGE", "voice, VOICE", "video, VIDEO"})
  void aPictureVoiceOrVideoGivesItsMediaId(String type, Kind kind) {
    InboundMessage read =
        InboundReader.read(
            Pushes.message(
                type,
                "<PicUrl><![CDATA[http://p]]></PicUrl><MediaId><![CDATA[M-1_a]]></MediaId>"
                    + "<Format><![CDATA[amr]]></Format><ThumbMediaId><![CDATA[T]]></ThumbMediaId>"
                    + Pushes.ID
                    + Pushes.AGENT));

    assertEquals(kind, read.kind());
    assertEquals(Optional.of("M-1_a"), read.mediaId());
    assertEquals("", read.text());
  }

  @Test
  void aLocationIsAPinWithLatitudeFirst() {
    InboundMessage read =
        InboundReader.read(
            Pushes.message(
                "location",
                "<Location_X>23.134</Location_X><Location_Y>113.358</Location_Y><Scale>20</Scale>"
                    + "<Label><![CDATA[台湖村\0口]]></Label>"
                    + Pushes.ID
                    + Pushes.AGENT
                    + "<AppType><![CDATA[wxwork]]></AppType>"));

    assertEquals(Kind.LOCATION, read.kind());
    assertEquals(Optional.of(new Pin("23.134", "113.358", "台湖村口")), read.pin());
  }

  @Test
  void aLinkSaysItsTitle() {
    InboundMessage read =
        InboundReader.read(
            Pushes.message(
                "link",
                "<Title>t</Title><Description>d</Description><Url>u</Url><PicUrl>p</PicUrl>"
                    + Pushes.ID
                    + Pushes.AGENT));

    assertEquals(Kind.LINK, read.kind());
    assertEquals("t", read.text());
  }

  @Test
  void aPressGivesButtonCardCodeAndEveryChoice() {
    InboundMessage read =
        InboundReader.read(
            Pushes.press(
                "<SelectedItems><SelectedItem><QuestionKey><![CDATA[q1]]></QuestionKey><OptionIds>"
                    + "<OptionId><![CDATA[o1]]></OptionId><OptionId><![CDATA[o2]]></OptionId>"
                    + "</OptionIds></SelectedItem><SelectedItem><QuestionKey>q2</QuestionKey>"
                    + "<OptionIds><OptionId>o3</OptionId></OptionIds><New>1</New></SelectedItem>"
                    + "</SelectedItems>"));

    assertEquals(Kind.CARD_PRESS, read.kind());
    assertEquals("event/template_card_event", read.type());
    assertEquals(Optional.of("case-1001-3|RC1"), read.secondKey());
    assertEquals(
        Optional.of(
            new CardPress(
                "case-1001-3",
                "claim",
                "button_interaction",
                "RC1",
                Map.of("q1", List.of("o1", "o2"), "q2", List.of("o3")))),
        read.press());
  }

  @Test
  void aPressWithNothingSelectedHasNoChoices() {
    for (String items : List.of("", "<SelectedItems></SelectedItems>", "<SelectedItems/>")) {
      CardPress press = InboundReader.read(Pushes.press(items)).press().orElseThrow();

      assertEquals(Map.of(), press.chosen());
    }
  }

  @Test
  void anEntryOfACardsMenuIsAPressToo() {
    String xml = Pushes.press("").replace("template_card_event", "template_card_menu_event");

    InboundMessage read = InboundReader.read(xml);

    assertEquals(Kind.CARD_PRESS, read.kind());
    assertEquals("claim", read.press().orElseThrow().button());
  }

  @Test
  void aPressWithoutACodeHasNoSecondKeyThatAnotherCouldShare() {
    String xml = Pushes.press("").replace("RC1", "");

    assertEquals(Optional.empty(), InboundReader.read(xml).secondKey());
  }

  @Test
  void theFirstElementWinsWhereOneIsRepeated() {
    InboundMessage read =
        InboundReader.read(
            Pushes.message("text", "<Content>one</Content><Content>two</Content>" + Pushes.AGENT)
                .replace("</xml>", "<FromUserName>lisi</FromUserName></xml>"));

    assertEquals("one", read.text());
    assertEquals("zhangsan", read.sender());
  }

  @Test
  void idsNeedNotBeNumbersAndAgentMayBeMissing() {
    InboundMessage read =
        InboundReader.read(
            Pushes.message(
                "text", "<Content>x</Content><MsgId>CAIQg/PKxgYY2sC9tpuAgAMg9/zKaw==</MsgId>"));

    assertEquals(Optional.of("msg:CAIQg/PKxgYY2sC9tpuAgAMg9/zKaw=="), read.secondKey());
    assertEquals(
        Optional.empty(),
        InboundReader.read(Pushes.message("text", "<Content>x</Content><MsgId/>")).secondKey());
  }

  @Test
  void itReadsAPrettyPrintedPushWithoutCdata() {
    InboundMessage read =
        InboundReader.read(
            "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<!-- c --><xml>\n  <FromUserName>\n"
                + " lisi\n </FromUserName>\n <MsgType> text </MsgType><Content> a &lt; &#x4f60;\r\nc "
                + "</Content></xml>\n");

    assertEquals("lisi", read.sender());
    assertEquals("text", read.type());
    assertEquals(" a < 你\nc ", read.text());
  }

  /** Case 16. */
  @Test
  void nothingSaidTurnsTheDirectionOfTheWordsAroundIt() {
    assertEquals(
        "台湖村exe.txt王芳",
        InboundReader.read(Pushes.text("台湖村\u202Eexe.txt\u202C\u2066王芳\u2069")).text());
  }

  @Test
  void theDayOfAPushIsInItAndMayBeMissingOrOdd() {
    assertEquals(
        Instant.ofEpochSecond(1_767_225_600), InboundReader.read(Pushes.text("x")).saidAt());
    for (String odd : List.of("", "-1", "now", "123456789012345678901234567890")) {
      String xml = Pushes.text("x").replace("1767225600", odd);
      assertEquals(Instant.EPOCH, InboundReader.read(xml).saidAt(), odd);
    }
  }

  /** Case 15. */
  @Test
  void textIsComposedAndCarriesNoControls() {
    String said = "e\u0301 行1\n行2\t𠮷👨‍👩‍👧\0\u0007\u001B[31m\u0085\u009Fend\uFFFE";

    InboundMessage read = InboundReader.read(Pushes.text(said));

    assertEquals("é 行1\n行2\t𠮷👨‍👩‍👧[31mend\uFFFD", read.text());
    assertEquals(Pushes.text(said).replace("\0", ""), read.xml());
  }

  @Test
  void halfACharacterIsReplacedAndTheMessageHeard() {
    assertEquals("a\uFFFDb", InboundReader.read(Pushes.text("a\uD83Db")).text());
  }

  @Test
  void whoWritesADocumentTypeIntoAChatIsHeardLikeAnybody() {
    assertEquals("<!DOCTYPE a>", InboundReader.read(Pushes.text("<!DOCTYPE a>")).text());
  }

  @Test
  void theSamePushHasTheSameKeyAndAnyOtherPushAnother() {
    String key = InboundReader.read(Pushes.text("催办")).key();

    assertEquals(key, InboundReader.read(Pushes.text("催办")).key());
    assertNotEquals(key, InboundReader.read(Pushes.text("催办 ")).key());
    assertNotEquals(key, InboundReader.read(Pushes.text("催办").replace("1000002", "1000003")).key());
  }

  @Test
  void aSecondKeyTooLongForTheRecordIsNone() {
    String xml = Pushes.text("x").replace("7301234567890123456", "9".repeat(4_000));

    assertEquals(Optional.empty(), InboundReader.read(xml).secondKey());
  }
}
