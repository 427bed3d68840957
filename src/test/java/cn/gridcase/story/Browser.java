package cn.gridcase.story;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser on the sandbox's page, and the hands of whoever plays there. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** What thumbs do on the cards and in the bar of a phone, noted by the page itself. */
  private static final String COUNTING =
      """
      window.thumbs = {};
      const note = ({ target }, what, many) => {
        const counted = window.thumbs[target.closest('.phone').ariaLabel] ??= { taps: 0, typed: 0 };
        counted[what] += many;
      };
      addEventListener('click', (event) =>
        event.target.closest('.card button') && note(event, 'taps', 1), true);
      addEventListener('change', (event) =>
        event.target.closest('.card select') && note(event, 'taps', 1), true);
      addEventListener('input', (event) =>
        event.target.matches('.phone textarea') && note(event, 'typed', event.data?.length ?? 0), true);
      """;

  private final ChromeDriver driver;
  private final boolean hand;

  Browser(URI address, int width, int height) {
    this.driver = Chromium.open(width, height);
    this.hand = width < 720;
    driver.get(address.toString());
    until(() -> driver.findElement(By.className("phone")).isDisplayed());
    driver.executeScript(COUNTING);
  }

  /** Clicks the button, wherever on the page. */
  void clicks(String button) {
    click(By.xpath("//button[normalize-space()='" + button + "']"));
  }

  /** Looks for somebody who does not stand in the strip, and brings their window up. */
  void finds(String person) {
    click(By.cssSelector(".chip.all"));
    driver.findElement(By.cssSelector("#everybody input")).sendKeys(person);
    click(By.cssSelector("#everybody [data-person]"));
  }

  /** Brings that person's window up. */
  void turnsTo(String person) {
    if (hand || driver.findElements(phone(person)).isEmpty()) {
      click(By.xpath("//nav/button[*[@class='chip-name' and text()='" + person + "']]"));
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

  /** Sends what the drawer behind ＋ offers under these words, one after the other. */
  void sendsFromTheDrawer(String person, String... tiles) {
    turnsTo(person);
    click(in(person, "//button[@class='more']"));
    for (String tile : tiles) {
      click(in(person, "//button[normalize-space()='" + tile + "']"));
    }
    until(() -> !driver.findElement(in(person, "//div[@class='drawer']")).isDisplayed());
  }

  /** Buttons pressed and options chosen on that person's cards. */
  int taps(String person) {
    return noted(person, "taps");
  }

  /** Characters typed into that person's bar. */
  int typed(String person) {
    return noted(person, "typed");
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
      clicks("时间和故事");
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

  /** By how much a phone, with the bar at its foot, reaches below the window. */
  int pixelsTooLow() {
    return Chromium.number(
        driver,
        "return Math.max(...[...document.querySelectorAll('.phone, .composer')]"
            + ".map((one) => Math.ceil(one.getBoundingClientRect().bottom))) - innerHeight");
  }

  int pixelsTooWide() {
    return Chromium.pixelsTooWide(driver);
  }

  int requestsToElsewhere() {
    return Chromium.requestsToElsewhere(driver);
  }

  List<String> consoleErrors() {
    return Chromium.consoleErrors(driver);
  }

  @Override
  public void close() {
    driver.quit();
  }

  private int noted(String person, String what) {
    String counted = "window.thumbs['" + person + "的手机']?." + what + " ?? 0";
    return Chromium.number(driver, "return " + counted);
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

  /**
   * The service's loops stand still in a test: whoever waits lets them run. While the page draws
   * itself anew, the browser may answer with any complaint.
   */
  private void until(BooleanSupplier holds) {
    new WebDriverWait(driver, PATIENCE, PAUSE)
        .ignoring(WebDriverException.class)
        .until(it -> holdsOrLoopsRun(holds));
  }

  private static boolean holdsOrLoopsRun(BooleanSupplier holds) {
    boolean held = false;
    try {
      held = holds.getAsBoolean();
    } finally {
      if (!held) {
        Town.runLoops();
      }
    }
    return held;
  }

  private static By phone(String person) {
    return By.xpath("//section[@aria-label='" + person + "的手机']");
  }

  private static By in(String person, String inner) {
    return By.xpath("//section[@aria-label='" + person + "的手机']" + inner);
  }
}
