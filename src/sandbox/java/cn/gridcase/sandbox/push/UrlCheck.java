package cn.gridcase.sandbox.push;

import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Direction;
import cn.gridcase.sandbox.wire.WeComError;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Saving the callback's address: WeCom asks it to decrypt a number at once (wecom.md 1.4). */
final class UrlCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final World world;
  private final Callback callback;

  UrlCheck(World world, Callback callback) {
    this.world = world;
    this.callback = callback;
  }

  /**
   * Saves it if it answers with the very bytes, no quote, no newline, within a second.
   *
   * @throws WeComError 40057 if not
   */
  void save(URI address) {
    long started = System.nanoTime();
    String number = "1" + ThreadLocalRandom.current().nextLong(1L << 60, 1L << 61);
    String encrypted = callback.envelope().encrypt(number);
    URI asked = callback.signed(address, encrypted, callback.encodedEcho(encrypted));
    Callback.Echo echo = callback.get(asked, PATIENCE);
    boolean same = Arrays.equals(echo.body().bytes(), number.getBytes(StandardCharsets.UTF_8));
    world
        .ledger()
        .write(
            world.clock().now(),
            Direction.OUT,
            "verify",
            "URL 验证",
            Integer.toString(echo.status()),
            started,
            asked.toString(),
            echo.text());
    if (echo.status() != 200 || !same) {
      throw new WeComError(
          40057, "callback url verification failed: status " + echo.status() + ", " + echo.text());
    }
    world.app().setCallback(address);
  }
}
