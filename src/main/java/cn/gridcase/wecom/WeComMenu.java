package cn.gridcase.wecom;

import cn.gridcase.Refused;
import cn.gridcase.database.Database;
import cn.gridcase.web.PublicUrl;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;

/** 菜单 at WeCom's side, and the row that says which one was put there last. */
@ApplicationScoped
class WeComMenu {
  private static final String KNOWN = "SELECT body FROM wecom_menu WHERE corp = ? AND agent = ?";
  private static final String NOTE =
      """
      INSERT INTO wecom_menu (corp, agent, body) VALUES (?, ?, ?)
      ON CONFLICT (corp, agent) DO UPDATE SET body = excluded.body
      """;

  private final WeComApp app;
  private final WeComApi api;
  private final TokenKeeper keeper;
  private final MenuFile file;
  private final PublicUrl address;
  private final Database database;

  @Inject
  WeComMenu(
      WeComApp app,
      WeComApi api,
      TokenKeeper keeper,
      MenuFile file,
      PublicUrl address,
      Database database) {
    this.app = app;
    this.api = api;
    this.keeper = keeper;
    this.file = file;
    this.address = address;
    this.database = database;
  }

  /** Puts the menu of bot-config there; outside any transaction. */
  void create() {
    create(QuarkusTransaction.requiringNew().call(this::wanted));
  }

  /** The same, if a menu was ever put there and it is another one. */
  boolean keepInStep() {
    String wanted = QuarkusTransaction.requiringNew().call(this::wanted);
    boolean outdated =
        QuarkusTransaction.requiringNew()
            .call(this::known)
            .filter(body -> !body.equals(wanted))
            .isPresent();
    if (outdated) {
      create(wanted);
    }
    return outdated;
  }

  private void create(String body) {
    try {
      post(body);
    } catch (WxRuntimeException e) {
      throw new Refused("连不上企业微信，请检查网络（" + e.getClass().getSimpleName() + "）");
    } catch (WxErrorException e) {
      throw new Refused(
          "企业微信没有接受菜单：" + e.getError().getErrorCode() + " " + e.getError().getErrorMsg());
    }
    QuarkusTransaction.requiringNew().run(() -> database.change(NOTE, app.corpId(), agent(), body));
  }

  private void post(String body) throws WxErrorException {
    String path = "/cgi-bin/menu/create?agentid=" + app.agentId();
    try {
      api.post(path, body);
    } catch (WxErrorException e) {
      int code = e.getError().getErrorCode();
      if (code != 40014 && code != 42001) {
        throw e;
      }
      keeper.replace(api.usedToken());
      api.post(path, body);
    }
  }

  private String wanted() {
    return MenuBody.of(file.inForce(), address);
  }

  private Optional<String> known() {
    return database.first(KNOWN, row -> row.getString(1), app.corpId(), agent());
  }

  private String agent() {
    return Integer.toString(app.agentId());
  }
}
