package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every path under {@code /cgi-bin}: finds the route, asks for the token, answers. */
public final class Api {
  private final World world;
  private final Tokens tokens;
  private final ApiFaults faults = new ApiFaults();
  private final SignInApi signIn;
  private final Map<String, Route> routes = new HashMap<>();

  /** One company, one API: 10,000 a minute (H); sending has limits of its own. */
  private final Frequency perMinute = new Frequency(10_000, Duration.ofMinutes(1));

  public Api(World world) {
    this.world = world;
    this.tokens = new Tokens(world.keys());
    this.signIn = new SignInApi(world);
    var send = new SendApi(world);
    var media = new MediaApi(world);
    var menu = new MenuApi(world);
    var app = new AppApi(world);
    routes.put("gettoken", new Route("GET", true, tokens::issue));
    routes.put("message/send", Route.post(send::send));
    routes.put("message/recall", Route.post(send::recall));
    routes.put("message/update_template_card", Route.post(new UpdateApi(world)::update));
    routes.put("media/upload", Route.post(media::upload));
    routes.put("media/get", Route.get(media::get));
    routes.put("menu/create", Route.post(menu::create));
    routes.put("menu/get", Route.get(menu::get));
    routes.put("menu/delete", Route.get(menu::delete));
    routes.put("agent/get", Route.get(app::get));
    routes.put("agent/list", Route.get(app::list));
    routes.put("getcallbackip", Route.get(call -> app.callbackAddresses()));
    routes.put("get_jsapi_ticket", Route.get(app::companyTicket));
    routes.put("ticket/get", Route.get(app::appTicket));
    routes.put("auth/getuserinfo", Route.get(signIn::info));
    routes.put("auth/getuserdetail", Route.post(signIn::detail));
    routes.putAll(new ContactsApi(world.company()).routes());
  }

  public ApiFaults faults() {
    return faults;
  }

  public Tokens tokens() {
    return tokens;
  }

  public SignInApi signIn() {
    return signIn;
  }

  AuthorizePage authorizePage() {
    return new AuthorizePage(world.company(), signIn);
  }

  boolean knows(String path) {
    return routes.containsKey(path);
  }

  /** Errors are answers too: status 200 and the errcode. */
  Answer answer(Call call) {
    try {
      Route route =
          Optional.ofNullable(routes.get(call.path()))
              .orElseThrow(() -> new IllegalStateException("no such path " + call.path()));
      return route.act().answer(admitted(call, route));
    } catch (WeComError e) {
      return refused(e.code(), e.getMessage() == null ? "" : e.getMessage(), call);
    }
  }

  private Call admitted(Call call, Route route) {
    if (route.open()) {
      return call;
    }
    Call known = call.of(tokens.agent(call.parameter("access_token"), call.now()));
    if (world.app().isAddressRefused()) {
      throw new WeComError(60020, "not allow to access from your ip");
    }
    if (world.app().isDisabled() && known.agent() == world.keys().agentId()) {
      throw new WeComError(50003, "agent is disabled");
    }
    if (!route.method().equals(call.method())) {
      throw new WeComError(40063, "some parameters are empty or wrong http method");
    }
    if (!call.path().equals("message/send")) {
      if (!perMinute.hasRoom(call.path(), call.now())) {
        throw new WeComError(45009, "api freq out of limit");
      }
      perMinute.count(call.path(), call.now());
    }
    return known;
  }

  /** The real shape: hint, caller's address, where to read more (M). */
  Answer refused(int code, String text, Call call) {
    String hint = call.now().toEpochMilli() + "" + Math.abs(System.nanoTime() % 1_000_000_000L);
    ObjectNode error =
        Json.object()
            .put("errcode", code)
            .put(
                "errmsg",
                ("%s, hint: [%s], from ip: %s, more info at"
                        + " https://open.work.weixin.qq.com/devtool/query?e=%d")
                    .formatted(text, hint, call.remote(), code));
    return Answer.json(error);
  }
}
