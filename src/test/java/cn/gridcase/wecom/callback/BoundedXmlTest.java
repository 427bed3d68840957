package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * XML from strangers.
 *
 * <p>Case 12.
 */
class BoundedXmlTest {
  private static final String LAUGHS =
      "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
          + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
          + "<xml><Content>&f;</Content></xml>";

  @Test
  void everyDocumentTypeIsRefused() {
    for (String xml :
        List.of(
            "<!DOCTYPE xml><xml/>",
            "<!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml/>",
            "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml>&x;</xml>",
            "<!-- c --><?p i?>\n<!DOCTYPE xml [<!ENTITY x \"y\">]><xml><Content>&x;</Content></xml>",
            LAUGHS)) {
      assertRefused(xml);
    }
  }

  @Test
  void nothingIsFetchedFromTheNetwork() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + listening.getLocalPort() + "/x.dtd";

      assertRefused("<!DOCTYPE xml SYSTEM \"" + address + "\"><xml/>");
      assertRefused("<!DOCTYPE xml PUBLIC \"p\" \"" + address + "\"><xml/>");
      assertRefused("<!DOCTYPE xml [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]><xml>&y;</xml>");
      assertRefused("<!DOCTYPE xml [<!ENTITY x SYSTEM \"" + address + "\">]><xml>&x;</xml>");

      listening.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, listening::accept);
    }
  }

  @Test
  void whatIsTooDeepOrTooManyIsRefused() {
    assertRefused("<a>".repeat(100_000));
    assertRefused("<a>".repeat(21) + "</a>".repeat(21));
    assertRefused("<a>" + "<b/>".repeat(4_000) + "</a>");

    assertEquals("a", read("<a>".repeat(20) + "</a>".repeat(20)).name());
    assertEquals(3_999, read("<a>" + "<b/>".repeat(3_999) + "</a>").children().size());
  }

  @Test
  void manyAttributesEndSoon() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 8_000; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    String xml = "<xml" + attributes + "/>";

    XmlElement read = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> read(xml));

    assertEquals("xml", read.name());
  }

  @Test
  void whatIsNotXmlIsRefused() {
    for (String garbage :
        List.of(
            "",
            " ",
            "success",
            "{\"encrypt\":\"x\"}",
            "<xml>",
            "<xml></xml></xml>",
            "<xml/><xml/>",
            "<xml>&unknown;</xml>",
            "<xml>&#0;</xml>",
            "<xml><a></b></xml>",
            "<xml a='1' a='2'/>",
            "<\u0001xml>",
            "<![CDATA[x]]>",
            "<xml><![CDATA[x</xml>")) {
      assertRefused(garbage);
    }
  }

  private static void assertRefused(String xml) {
    var rejected =
        assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> assertThrows(CallbackRejected.class, () -> read(xml)));
    assertEquals(Reason.XML, rejected.reason());
  }

  private static XmlElement read(String xml) {
    return BoundedXml.read(xml, Reason.XML);
  }
}
