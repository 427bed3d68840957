package cn.gridcase.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.web.Cookies.Kept;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/**
 * 登录: sends a browser to be recognised, takes it back, and remembers it for a while. The way back
 * is bound to the browser that left by a cookie with a random state.
 */
@ApplicationScoped
class SignIn {
  private static final String MIXED_UP = "登录没有成功：可能同时打开了两个页面，或者等得太久。请重新登录。";

  private final IdentityProvider identity;
  private final Sessions sessions;
  private final RosterFile roster;
  private final ServiceClock clock;
  private final Cookies cookies;
  private final PublicUrl address;

  @Inject
  SignIn(
      IdentityProvider identity,
      Sessions sessions,
      RosterFile roster,
      ServiceClock clock,
      Cookies cookies,
      PublicUrl address) {
    this.identity = identity;
    this.sessions = sessions;
    this.roster = roster;
    this.clock = clock;
    this.cookies = cookies;
    this.address = address;
  }

  /** To WeCom, and afterwards to the page that was asked for. */
  Response leave(LocalPath wanted) {
    Token state = Token.random();
    String path =
        Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.value().getBytes(UTF_8));
    return Response.seeOther(identity.askAt(address.of(SignInPage.PATH), state.value()))
        .cookie(cookies.keep(Kept.SIGN_IN, state.value() + "." + path))
        .build();
  }

  /** Back from WeCom: signed in, on the way to the page; a stranger is told what to do. */
  Response comeBack(HttpHeaders request, String state, String code) {
    String[] left = cookies.read(request, Kept.SIGN_IN).orElse("").split("\\.", 2);
    if (left.length < 2 || code.isEmpty() || !Token.same(left[0], state)) {
      throw new Refused(MIXED_UP);
    }
    String userid = identity.userid(code).orElseThrow(() -> new Refused("只有本企业的企业微信成员才能打开这里的页面。"));
    Token token = QuarkusTransaction.requiringNew().call(() -> begin(request, userid));
    return Response.seeOther(URI.create(path(left[1]).value()))
        .cookie(cookies.forget(Kept.SIGN_IN), cookies.keep(Kept.SESSION, token.value()))
        .build();
  }

  /** Whose browser it is, while the roster knows them: whoever left is signed out at once. */
  Optional<Person> person(Token token) {
    return QuarkusTransaction.requiringNew().call(() -> stillThere(token));
  }

  void signOut(Token token) {
    QuarkusTransaction.requiringNew().run(() -> sessions.end(token));
  }

  /** The token a browser shows. */
  Optional<Token> token(HttpHeaders request) {
    return cookies.read(request, Kept.SESSION).flatMap(Token::read);
  }

  private Token begin(HttpHeaders request, String userid) {
    token(request).ifPresent(sessions::end);
    Person person =
        roster
            .inForce()
            .person(userid)
            .orElseThrow(() -> new Refused("您的账号（" + userid + "）还没有登记。请联系本单位管理员，在花名册里登记您的账号和角色。"));
    return sessions.begin(person.userid(), clock.now());
  }

  private Optional<Person> stillThere(Token token) {
    Optional<Person> person = sessions.userid(token, clock.now()).flatMap(roster.inForce()::person);
    if (person.isEmpty()) {
      sessions.end(token);
    }
    return person;
  }

  private static LocalPath path(String encoded) {
    try {
      return new LocalPath(new String(Base64.getUrlDecoder().decode(encoded), UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Refused(MIXED_UP);
    }
  }
}
