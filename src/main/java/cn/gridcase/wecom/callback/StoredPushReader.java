package cn.gridcase.wecom.callback;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.PushReader;
import jakarta.enterprise.context.ApplicationScoped;

/** Pushes that were decrypted and stored are read as when they came. */
@ApplicationScoped
class StoredPushReader implements PushReader {
  @Override
  public InboundMessage read(String xml) {
    return InboundReader.read(xml);
  }
}
