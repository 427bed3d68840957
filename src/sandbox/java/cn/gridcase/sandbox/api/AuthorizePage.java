package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Company;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.wire.WeComError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The sign-in page: on the phone it knows who holds it, here one chooses. */
final class AuthorizePage {
  /** What says who signs in; the rest of the query is the real page's. */
  private static final String WHO = "sandbox_user";

  private static final String OUTSIDER = "-";

  private final Company company;
  private final SignInApi signIn;

  AuthorizePage(Company company, SignInApi signIn) {
    this.company = company;
    this.signIn = signIn;
  }

  Answer show(String rawQuery, Map<String, String> asked) {
    try {
      String who = asked.getOrDefault(WHO, "");
      if (!who.isEmpty()) {
        return Answer.redirect(signIn.authorize(asked, who.equals(OUTSIDER) ? "" : who));
      }
      signIn.check(asked);
      String links =
          company.members().stream()
              .filter(member -> company.isEnabled(member.userid()))
              .map(member -> link(rawQuery, member))
              .collect(Collectors.joining());
      String outsider = "<p><a href=\"?" + escaped(rawQuery) + "&amp;" + WHO + "=-\">企业外的人</a></p>";
      return Answer.html(200, page("以谁的身份登录？", links + outsider));
    } catch (WeComError e) {
      return Answer.html(200, page("无法登录", escaped(e.code() + " " + e.getMessage())));
    }
  }

  private static String link(String query, Member member) {
    String id = URLEncoder.encode(member.userid(), StandardCharsets.UTF_8);
    return "<p><a href=\"?%s&amp;%s=%s\">%s（%s）</a></p>"
        .formatted(escaped(query), WHO, id, escaped(member.name()), escaped(member.role()));
  }

  private static String page(String title, String body) {
    return "<!doctype html><html lang=zh-CN><meta charset=utf-8>"
        + "<meta name=viewport content=\"width=device-width\"><title>"
        + title
        + "</title><h1>"
        + title
        + "</h1>"
        + body;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
