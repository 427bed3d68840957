package cn.gridcase.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some clients that work off a list side by side, each as fast as it is answered. */
final class Clients {
  private Clients() {}

  /** What one client does with one item of work, on its own connection. */
  interface Client<T> extends AutoCloseable {
    void take(T item) throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Makes a client; called once for each. */
  interface Opening<T> {
    Client<T> open() throws Exception;
  }

  /** Works off the list and returns how many items were done per second. */
  static <T> double perSecond(int clients, List<T> work, Opening<T> opening) throws Exception {
    Queue<T> left = new ConcurrentLinkedQueue<>(work);
    List<Client<T>> opened = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      for (int i = 0; i < clients; i++) {
        opened.add(opening.open());
      }
      List<Future<?>> ends = new ArrayList<>();
      long start = System.nanoTime();
      for (Client<T> client : opened) {
        ends.add(threads.submit(() -> workOff(left, client)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      return work.size() * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdownNow();
      for (Client<T> client : opened) {
        client.close();
      }
    }
  }

  private static <T> Boolean workOff(Queue<T> left, Client<T> client) throws Exception {
    for (T item = left.poll(); item != null; item = left.poll()) {
      client.take(item);
    }
    return true;
  }
}
