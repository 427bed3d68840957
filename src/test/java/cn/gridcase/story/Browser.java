package cn.gridcase.story;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser on the sandbox's page, and the hands of whoever plays there. */
final class Browser implements AutoCloseable {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Held, or the level would be forgotten: we use no protocol that depends on its version. */
  private static final Logger PROTOCOLS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    PROTOCOLS.setLevel(Level.OFF);
  }

  private final ChromeDriver driver;
  private final boolean hand;

  /** With a new profile, which chromedriver makes and removes. */
  Browser(URI address, int width, int height) {
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
    this.driver = new ChromeDriver(service, options());
    this.hand = width < 720;
    // A window cannot be as narrow as a phone, what it shows can.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.get(address.toString());
    until(() -> driver.findElement(By.className("phone")).isDisplayed());
  }

  static boolean isInstalled() {
    return CHROMIUM.canExecute() && DRIVER.canExecute();
  }

  /** Clicks the button, wherever on the page. */
  void clicks(String button) {
    click(By.xpath("//button[normalize-space()='" + button + "']"));
  }

  /** Brings that person's window up. */
  void turnsTo(String person) {
    if (hand || driver.findElements(phone(person)).isEmpty()) {
      click(By.xpath("//button[@data-person][*[@class='chip-name' and text()='" + person + "']]"));
    }
    until(() -> driver.findElement(phone(person)).isDisplayed());
  }

  void says(String person, String text) {
    turnsTo(person);
    driver.findElement(phone(person)).findElement(By.tagName("textarea")).sendKeys(text);
    sends(person);
  }

  /** Sends what stands in the person's bar. */
  void sends(String person) {
    click(in(person, "//button[normalize-space()='发送']"));
  }

  /** The newest card that has this button, still to be pressed. */
  void presses(String person, String button) {
    turnsTo(person);
    String key = "//button[contains(@class,'card-button') and normalize-space()='" + button + "']";
    click(in(person, key));
  }

  void chooses(String person, String option) {
    until(() -> !driver.findElements(in(person, "//select[not(@disabled)]")).isEmpty());
    new Select(last(in(person, "//select[not(@disabled)]"))).selectByVisibleText(option);
  }

  /** Waits until the text stands in the person's window. */
  void shouldSee(String person, String text) {
    turnsTo(person);
    until(() -> driver.findElement(phone(person)).getText().contains(text));
  }

  /** Winds five seconds on, by the time machine of the page. */
  void letsTimePass() {
    if (hand) {
      clicks("时光机");
    }
    clicks("+5 秒");
    until(() -> driver.findElement(By.className("walked")).getText().startsWith("走了"));
    if (hand) {
      clicks("对话");
    }
  }

  /** Waits until the person's last card has a title that begins so, and gives the rest of it. */
  String restOfTitle(String person, String beginning) {
    By titles = in(person, "//h3[@class='card-title']");
    until(() -> last(titles).getText().startsWith(beginning));
    return last(titles).getText().substring(beginning.length());
  }

  int pixelsTooWide() {
    return number("return document.documentElement.scrollWidth - innerWidth");
  }

  int requestsToElsewhere() {
    return number(
        "return performance.getEntriesByType('resource')"
            + ".filter((one) => !one.name.startsWith(location.origin)).length");
  }

  List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
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

  private int number(String script) {
    return ((Number) Objects.requireNonNull(driver.executeScript(script))).intValue();
  }

  private void click(By by) {
    until(
        () -> {
          WebElement button = last(by);
          // As a finger would: not below what lies over the end of a row.
          driver.executeScript(
              "arguments[0].scrollIntoView({ inline: 'center', block: 'nearest' })", button);
          button.click();
          return true;
        });
  }

  private WebElement last(By by) {
    List<WebElement> found = driver.findElements(by);
    return found.isEmpty() ? driver.findElement(by) : found.get(found.size() - 1);
  }

  /** The service's loops stand still in a test: whoever waits lets them run. */
  private void until(BooleanSupplier holds) {
    new WebDriverWait(driver, PATIENCE, PAUSE)
        .ignoring(StaleElementReferenceException.class, ElementNotInteractableException.class)
        .until(
            it -> {
              Town.runLoops();
              return holds.getAsBoolean();
            });
  }

  private static By phone(String person) {
    return By.xpath("//section[@aria-label='" + person + "的手机']");
  }

  private static By in(String person, String inner) {
    return By.xpath("//section[@aria-label='" + person + "的手机']" + inner);
  }
}
