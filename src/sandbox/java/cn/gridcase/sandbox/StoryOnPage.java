package cn.gridcase.sandbox;

import cn.gridcase.sandbox.page.EventStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Plays the built-in story and tells the page each step, the last one marked. */
final class StoryOnPage implements Runnable {
  /** A sentence stays for as long as somebody needs to read it and to see what changed. */
  private static final Duration READING = Duration.ofSeconds(2);

  private final Sandbox sandbox;
  private final EventStream page;

  StoryOnPage(Sandbox sandbox, EventStream page) {
    this.sandbox = sandbox;
    this.page = page;
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
      String number = new Story(sandbox, teller).play();
      page.story(steps.incrementAndGet(), "故事讲完了：案件 " + number + " 已结案", true);
    } catch (AssertionError | RuntimeException e) {
      page.story(steps.incrementAndGet(), "故事停在这里：" + e.getMessage(), true);
    }
  }
}
