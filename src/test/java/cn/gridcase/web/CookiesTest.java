package cn.gridcase.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.web.Cookies.Kept;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CookiesTest {
  @Test
  void behindTlsACookieNeverTravelsWithoutIt() {
    NewCookie cookie = cookies("https://grid.example.cn/").keep(Kept.SESSION, "x");
    assertTrue(cookie.isSecure());
    assertEquals("__Host-gridcase-session", cookie.getName());
    assertEquals("/", cookie.getPath());
  }

  @Test
  void withoutTlsItTravelsAllTheSame() {
    NewCookie cookie = cookies("http://127.0.0.1:8080").keep(Kept.SESSION, "x");
    assertFalse(cookie.isSecure());
    assertEquals("gridcase-session", cookie.getName());
  }

  private static Cookies cookies(String address) {
    return new Cookies(new PublicUrl(Optional.of(address)));
  }
}
