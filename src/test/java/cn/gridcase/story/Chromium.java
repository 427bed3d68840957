package cn.gridcase.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, and what every page is to be in it. */
public final class Chromium {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  /** Held, or the level would be forgotten: we use no protocol that depends on its version. */
  private static final Logger PROTOCOLS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    PROTOCOLS.setLevel(Level.OFF);
  }

  private Chromium() {}

  static void assumeInstalled() {
    assumeTrue(
        CHROMIUM.canExecute() && DRIVER.canExecute(),
        "没有浏览器，页面测试跳过。Debian 上：apt-get install chromium chromium-driver fonts-wqy-microhei");
  }

  /** With a new profile, which chromedriver makes and removes. */
  public static ChromeDriver open(int width, int height) {
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
    var driver = new ChromeDriver(service, options());
    // A window cannot be as narrow as a phone, what it shows can.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return driver;
  }

  static int pixelsTooWide(ChromeDriver driver) {
    return number(driver, "return document.documentElement.scrollWidth - innerWidth");
  }

  static int requestsToElsewhere(ChromeDriver driver) {
    return number(
        driver,
        "return performance.getEntriesByType('resource')"
            + ".filter((one) => !one.name.startsWith(location.origin)).length");
  }

  /** What was written there since one last asked. */
  static List<String> consoleErrors(ChromeDriver driver) {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  static int number(ChromeDriver driver, String script) {
    return ((Number) Objects.requireNonNull(driver.executeScript(script))).intValue();
  }

  private static ChromeOptions options() {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
  }
}
