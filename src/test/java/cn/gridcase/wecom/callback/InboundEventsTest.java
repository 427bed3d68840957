package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.InboundMessage.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundEventsTest {
  private static final String KEY = "<EventKey><![CDATA[KEY]]></EventKey>";

  @Test
  void openingTheConversationIsEntering() {
    InboundMessage read =
        InboundReader.read(
            Pushes.event("enter_agent", "<EventKey><![CDATA[]]></EventKey>" + Pushes.AGENT));

    assertEquals(Kind.ENTERED, read.kind());
    assertEquals(Optional.empty(), read.secondKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "click",
        "scancode_push",
        "scancode_waitmsg",
        "pic_sysphoto",
        "pic_photo_or_album",
        "pic_weixin",
        "location_select"
      })
  void everyEntryOfOurMenuSaysItsKey(String event) {
    String xml = Pushes.event(event, KEY + specific() + Pushes.AGENT);

    InboundMessage read = InboundReader.read(xml);

    assertEquals(Kind.MENU, read.kind());
    assertEquals("KEY", read.text());
    assertEquals(xml, read.xml());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscribe",
        "unsubscribe",
        "LOCATION",
        "view",
        "view_miniprogram",
        "taskcard_click",
        "open_approval_change",
        "sys_approval_change",
        "upload_media_job_finish",
        "share_agent_change",
        "share_chain_change",
        "close_inactive_agent",
        "reopen_inactive_agent",
        "inactive_alert",
        "low_active_alert",
        "low_active",
        "active_restored",
        "something_of_next_year"
      })
  void whatTheBotMakesNothingOfIsKeptWhole(String event) {
    String xml =
        Pushes.event(
            event,
            "<Latitude>23.104</Latitude><Longitude>113.320</Longitude><Precision>65.0</Precision>"
                + "<AgentId>1</AgentId><JobId>j</JobId><EffectTime>1764518400</EffectTime>"
                + specific());

    InboundMessage read = InboundReader.read(xml);

    assertEquals(Kind.OTHER, read.kind());
    assertEquals("event/" + event, read.type());
    assertEquals(xml, read.xml());
  }

  @Test
  void contactAndBatchEventsOfTheSystemAreKeptWhole() {
    List<String> pushes =
        List.of(
            Pushes.systemEvent(
                "batch_job_result",
                "<BatchJob><JobId>j</JobId><JobType>sync_user</JobType><ErrCode>0</ErrCode>"
                    + "<ErrMsg>ok</ErrMsg></BatchJob>"),
            Pushes.systemEvent(
                "change_contact",
                "<ChangeType>create_party</ChangeType><Id>2</Id><Name>n</Name><Order>1</Order>"),
            Pushes.systemEvent(
                "change_contact",
                "<ChangeType>create_user</ChangeType><UserID>u</UserID><Department>1,2,"
                    + "</Department><ExtAttr><Item><Name>a</Name><Type>0</Type><Text><Value>v"
                    + "</Value></Text></Item></ExtAttr>"),
            Pushes.systemEvent(
                "change_contact", "<ChangeType>update_tag</ChangeType><TagId>1</TagId>"),
            Pushes.systemEvent(
                "open_approval_change",
                "<ApprovalInfo><ThirdNo>t</ThirdNo><ApprovalNodes><ApprovalNode><Items><Item>"
                    + "<ItemName>n</ItemName></Item></Items></ApprovalNode></ApprovalNodes>"
                    + "<approverstep>0</approverstep></ApprovalInfo>"));
    for (String xml : pushes) {
      InboundMessage read = InboundReader.read(xml);

      assertEquals(Kind.OTHER, read.kind());
      assertEquals("sys", read.sender());
      assertEquals(xml, read.xml());
    }
  }

  /** Case 14. */
  @Test
  void aMessageOfAnUnknownTypeOrOfNoneIsKept() {
    assertEquals(Kind.OTHER, InboundReader.read(Pushes.message("file", "")).kind());
    assertEquals(Kind.OTHER, InboundReader.read("<xml/>").kind());
    assertEquals("", InboundReader.read("<xml/>").sender());
  }

  private static String specific() {
    return "<ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>r</ScanResult></ScanCodeInfo>"
        + "<SendPicsInfo><Count>2</Count><PicList><item><PicMd5Sum>m</PicMd5Sum></item></PicList>"
        + "<PicList><item><PicMd5Sum>n</PicMd5Sum></item></PicList></SendPicsInfo>"
        + "<SendLocationInfo><Location_X><![CDATA[23]]></Location_X><Poiname/></SendLocationInfo>";
  }
}
