package cn.gridcase.bench;

import cn.gridcase.sandbox.company.Keys;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import me.chanjar.weixin.common.util.xml.XStreamInitializer;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;

/** WxJava's documented way, {@code WxCpXmlMessage.fromEncryptedXml}; its log off. */
final class WxJavaWire implements WireWay {
  // Kept here: a logger nobody holds forgets its level.
  private static final Logger LOG = Logger.getLogger("me.chanjar.weixin");

  private final WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();

  WxJavaWire(Keys keys) {
    // Named, they are not looked for in every jar of our class path, which doubles its time.
    System.setProperty(
        "javax.xml.parsers.SAXParserFactory",
        SAXParserFactory.newDefaultInstance().getClass().getName());
    System.setProperty(
        "javax.xml.parsers.DocumentBuilderFactory",
        DocumentBuilderFactory.newDefaultInstance().getClass().getName());
    LOG.setLevel(Level.OFF);
    XStreamInitializer.setClassLoader(WxCpXmlMessage.class.getClassLoader());
    config.setCorpId(keys.corpId());
    config.setToken(keys.token());
    config.setAesKey(keys.aesKey());
    config.setAgentId(keys.agentId());
  }

  @Override
  public String read(SealedPush push) {
    WxCpXmlMessage read =
        WxCpXmlMessage.fromEncryptedXml(
            push.body(), config, push.timestamp(), push.nonce(), push.signature());
    String said = read.getMsgType().equals("text") ? read.getContent() : pressed(read);
    return read.getFromUserName() + " " + said;
  }

  private static String pressed(WxCpXmlMessage read) {
    String option = read.getSelectedItems().get(0).getOptionIds().get(0);
    return read.getTaskId() + " " + read.getEventKey() + " " + option;
  }
}
