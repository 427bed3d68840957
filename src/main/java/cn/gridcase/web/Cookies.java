package cn.gridcase.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The cookies of this service: for scripts and other sites out of reach, kept to TLS where it is.
 */
@ApplicationScoped
class Cookies {
  private final PublicUrl address;

  @Inject
  Cookies(PublicUrl address) {
    this.address = address;
  }

  /** What the browser keeps for us. */
  enum Kept {
    /** The token of a session. */
    SESSION("session", Sessions.LONGEST),
    /** The state a sign-in began with, and where to go after it. */
    SIGN_IN("sign-in", Duration.ofMinutes(10)),
    /** How large the person wants the letters. */
    FONT("font", Duration.ofDays(365));

    private final String word;
    private final Duration life;

    Kept(String word, Duration life) {
      this.word = word;
      this.life = life;
    }
  }

  Optional<String> read(HttpHeaders request, Kept kept) {
    return read(request.getCookies(), kept);
  }

  Optional<String> read(Map<String, Cookie> cookies, Kept kept) {
    return Optional.ofNullable(cookies.get(name(kept))).map(Cookie::getValue);
  }

  NewCookie keep(Kept kept, String value) {
    return cookie(kept, value, kept.life);
  }

  NewCookie forget(Kept kept) {
    return cookie(kept, "", Duration.ZERO);
  }

  private NewCookie cookie(Kept kept, String value, Duration life) {
    return new NewCookie.Builder(name(kept))
        .value(value)
        .path("/")
        .maxAge((int) life.toSeconds())
        .httpOnly(true)
        .secure(address.isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** With this prefix browsers take the cookie from this host alone, and by TLS alone. */
  private String name(Kept kept) {
    return (address.isSecure() ? "__Host-" : "") + "gridcase-" + kept.word;
  }
}
