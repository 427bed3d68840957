package cn.gridcase.sandbox;

import cn.gridcase.sandbox.page.EventStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/** Plays a built-in story and tells the page each step, the last one marked. */
final class StoryOnPage implements Runnable {
  /** A sentence stays for as long as somebody needs to read it and to see what changed. */
  private static final Duration READING = Duration.ofSeconds(2);

  private final EventStream page;
  private final Function<Consumer<String>, String> story;

  /**
   * @param story plays, tells its steps, and returns its last sentence
   */
  StoryOnPage(EventStream page, Function<Consumer<String>, String> story) {
    this.page = page;
    this.story = story;
  }

  @Override
  public void run() {
    var steps = new AtomicInteger();
    Consumer<String> teller =
        text -> {
          page.story(steps.incrementAndGet(), text, false);
          LockSupport.parkNanos(READING.toNanos());
        };
    try {
      String end = story.apply(teller);
      page.story(steps.incrementAndGet(), end, true);
    } catch (AssertionError | RuntimeException e) {
      page.story(steps.incrementAndGet(), "故事停在这里：" + e.getMessage(), true);
    }
  }
}
