package cn.gridcase.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A steady stream of requests that does not wait for answers; a late one counts from the instant at
 * which its request was due.
 */
record OpenLoad(BenchService service, int perSecond) {
  private static final int CONNECTIONS = 64;

  /** Milliseconds of each answer, and how many requests had none. */
  record Answers(List<Double> millis, int failed) {}

  Answers send(List<byte[]> requests) throws InterruptedException {
    var millis = new ConcurrentLinkedQueue<Double>();
    var failed = new AtomicInteger();
    var next = new AtomicInteger();
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      threads.execute(
          () -> {
            try (Caller caller = new Caller(service.port())) {
              int number = next.getAndIncrement();
              while (number < requests.size()) {
                long due = start + number * 1_000_000_000L / perSecond;
                await(due);
                caller.call(requests.get(number));
                millis.add((System.nanoTime() - due) / 1e6);
                number = next.getAndIncrement();
              }
            } catch (IOException e) {
              failed.incrementAndGet();
            }
          });
    }
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the load did not end");
    }
    return new Answers(List.copyOf(millis), failed.get());
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
