package cn.gridcase.sandbox.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/** 自建应用: what the administrator has switched on and off in the console. */
public final class App {
  private volatile Optional<URI> callback = Optional.empty();
  private volatile Optional<ObjectNode> menu = Optional.empty();
  private volatile String trustedDomain = "";
  private volatile boolean disabled;
  private volatile boolean addressRefused;
  private volatile boolean reportsEntering = true;
  private volatile boolean reportsLocation = true;
  private volatile boolean retriesCardEvents = true;

  /** Where pushes go; empty until 接收消息 is set. */
  public Optional<URI> callback() {
    return callback;
  }

  public void setCallback(URI address) {
    callback = Optional.of(address);
  }

  public void removeCallback() {
    callback = Optional.empty();
  }

  public Optional<ObjectNode> menu() {
    return menu;
  }

  public void setMenu(Optional<ObjectNode> buttons) {
    menu = buttons;
  }

  /** 可信域名, host and port; empty trusts any. */
  public String trustedDomain() {
    return trustedDomain;
  }

  public void setTrustedDomain(String domain) {
    trustedDomain = domain;
  }

  /** 50003 while set. */
  public boolean isDisabled() {
    return disabled;
  }

  public void setDisabled(boolean off) {
    disabled = off;
  }

  /** The caller is not in 企业可信IP: 60020 while set. */
  public boolean isAddressRefused() {
    return addressRefused;
  }

  public void setAddressRefused(boolean refused) {
    addressRefused = refused;
  }

  public boolean reportsEntering() {
    return reportsEntering;
  }

  public void setReportsEntering(boolean on) {
    reportsEntering = on;
  }

  public boolean reportsLocation() {
    return reportsLocation;
  }

  public void setReportsLocation(boolean on) {
    reportsLocation = on;
  }

  /** Whether card events are pushed again like messages; unknown of the real platform (L). */
  public boolean retriesCardEvents() {
    return retriesCardEvents;
  }

  public void setRetriesCardEvents(boolean on) {
    retriesCardEvents = on;
  }
}
