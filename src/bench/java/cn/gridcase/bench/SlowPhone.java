package cn.gridcase.bench;

import cn.gridcase.story.Chromium;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium at 390 px, its processor four times slower, 1.6 Mbit/s and 150 ms there and back. */
final class SlowPhone implements AutoCloseable {
  private static final int DOWN = 1_600_000 / 8;
  private static final int UP = 750_000 / 8;

  private static final String PAINT =
      "return performance.getEntriesByName('first-contentful-paint').map((it) => it.startTime)";

  /** Pictures come when they are looked at: the end of the page is, too. */
  private static final String DOWN_TO_THE_END =
      "scrollTo(0, document.body.scrollHeight);"
          + " return [...document.images].every((it) => it.complete && it.naturalWidth > 0)";

  private static final String WEIGHT =
      "const all = [...performance.getEntriesByType('navigation'),"
          + " ...performance.getEntriesByType('resource')];"
          + " const isPicture = (it) => it.name.includes('/photo/');"
          + " const sum = (some) => some.reduce((sum, it) => sum + it.transferSize, 0);"
          + " const pictures = all.filter(isPicture);"
          + " return [sum(all) - sum(pictures), pictures.length, sum(pictures)]";

  private final ChromeDriver driver = Chromium.open(390, 844);
  private final WebDriverWait patience = new WebDriverWait(driver, Duration.ofSeconds(30));
  private final URI service;

  SlowPhone(URI service) {
    this.service = service;
  }

  /**
   * What a visit cost.
   *
   * @param paint first contentful paint, in milliseconds since the page was asked for
   * @param bytes transferred, headers included and pictures of evidence not
   */
  record Visit(double paint, double bytes, double pictures, double pictureBytes) {}

  /** As somebody whom WeCom shows on its sign-in page by that name; from then on all is slow. */
  void signsIn(String name) {
    driver.get(service.resolve("/me").toString());
    driver.findElement(By.partialLinkText(name)).click();
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", false, "latency", 150, "downloadThroughput", DOWN, "uploadThroughput", UP));
    driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
  }

  /** As if for the first time. */
  Visit visits(String page) {
    driver.get("about:blank");
    driver.get(service.resolve(page).toString());
    patience.until(it -> !numbers(PAINT).isEmpty());
    double paint = numbers(PAINT).get(0);
    patience.until(it -> Objects.equals(driver.executeScript(DOWN_TO_THE_END), true));
    List<Double> weight = numbers(WEIGHT);
    return new Visit(paint, weight.get(0), weight.get(1), weight.get(2));
  }

  @Override
  public void close() {
    driver.quit();
  }

  private List<Double> numbers(String script) {
    return ((List<?>) Objects.requireNonNull(driver.executeScript(script)))
        .stream().map(it -> ((Number) it).doubleValue()).toList();
  }
}
