package cn.gridcase.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page of the service in a browser, and somebody who looks at it. */
final class Screen implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Path PICTURES = Path.of("target", "pages");

  private static final String AXE =
      "const done = arguments[0]; axe.run().then((found) => done(found.violations"
          + ".map((it) => it.id + ': ' + it.nodes.map((node) => node.html).join(' '))))";

  private static final String REFUSAL_IS_IN_SIGHT =
      "const it = document.getElementById('refusal').getBoundingClientRect();"
          + " return it.bottom <= innerHeight && it.height > 0"
          + " && it.top >= document.querySelector('.tabs').getBoundingClientRect().bottom";

  private final ChromeDriver driver;
  private final int width;

  Screen(int width, int height) {
    this.driver = Chromium.open(width, height);
    this.width = width;
  }

  /** Opens the page as somebody whom WeCom shows on its sign-in page by that name. */
  Screen opens(String page, String name) {
    driver.get(TownSettings.service().resolve(page).toString());
    driver.findElement(By.partialLinkText(name)).click();
    driver.get(TownSettings.service().resolve(page).toString());
    // What WeCom's page wrote to the console is not ours.
    Chromium.consoleErrors(driver);
    driver.navigate().refresh();
    return this;
  }

  /** Goes on to another page, signed in already. */
  Screen opensNext(String page) {
    driver.get(TownSettings.service().resolve(page).toString());
    return this;
  }

  Screen clicks(String button) {
    driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
    return this;
  }

  /** Taps the first thing that this selector finds. */
  Screen taps(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
    return this;
  }

  Screen inTheDark() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    return this;
  }

  /** Waits until something that this selector finds is there. */
  Screen shows(String selector) {
    return until(() -> !driver.findElements(By.cssSelector(selector)).isEmpty());
  }

  Screen says(String text) {
    return until(() -> driver.findElement(By.tagName("body")).getText().contains(text));
  }

  /** Is refused with these words, where one can see them without looking for them. */
  Screen isRefused(String words) {
    says(words).until(() -> Boolean.TRUE.equals(driver.executeScript(REFUSAL_IS_IN_SIGHT)));
    // The browser complains of every answer that is not 200.
    Chromium.consoleErrors(driver);
    return this;
  }

  String path() {
    return URI.create(Objects.requireNonNull(driver.getCurrentUrl())).getPath();
  }

  /** Fits, is readable for everybody, asks nobody else, and has its picture taken. */
  Screen isSound(String picture) {
    assertTrue(Chromium.pixelsTooWide(driver) <= 0, picture + " is wider than the window");
    assertEquals(0, Chromium.requestsToElsewhere(driver), picture);
    assertEquals(List.of(), Chromium.consoleErrors(driver), picture);
    driver.executeScript(axe());
    assertEquals(List.of(), driver.executeAsyncScript(AXE), picture);
    try {
      Files.createDirectories(PICTURES);
      Files.write(
          PICTURES.resolve(picture + "-" + width + ".png"),
          driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** While one page gives way to the next, the browser may answer with any complaint. */
  private Screen until(BooleanSupplier holds) {
    new WebDriverWait(driver, PATIENCE, PAUSE)
        .ignoring(WebDriverException.class)
        .until(it -> holds.getAsBoolean() && isLoaded());
    return this;
  }

  private boolean isLoaded() {
    return Boolean.TRUE.equals(driver.executeScript("return document.readyState === 'complete'"));
  }

  private static String axe() {
    try (InputStream script = Screen.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
