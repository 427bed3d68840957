package cn.gridcase.sandbox.page;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.LedgerEntry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Server-sent events: bubbles, ledger lines, the clock, the story's steps, as they happen. */
public final class EventStream {
  /** A page that reads so slowly is shown the rest when it opens again. */
  private static final int BACKLOG = 2_000;

  private final World world;
  private final List<BlockingQueue<String>> readers = new CopyOnWriteArrayList<>();

  public EventStream(World world) {
    this.world = world;
    world.chats().listen(this::bubble);
    world.ledger().listen(this::entry);
  }

  /** The clock was wound. */
  public void clock() {
    tell("clock", Json.object().put("now", PageState.time(world.clock().now())));
  }

  /** The story went one step on. */
  public void story(int step, String text, boolean done) {
    tell("story", Json.object().put("step", step).put("text", text).put("done", done));
  }

  /** Writes to one reader until they leave; tells the time every few seconds. */
  void serve(HttpExchange exchange) throws IOException {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>(BACKLOG);
    readers.add(queue);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=UTF-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        String event = queue.poll(5, TimeUnit.SECONDS);
        out.write((event == null ? now() : event).getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      readers.remove(queue);
      exchange.close();
    }
  }

  private String now() {
    return event("clock", Json.object().put("now", PageState.time(world.clock().now())));
  }

  private void bubble(String userid, Bubble bubble) {
    String canonical = world.company().member(userid).map(member -> member.userid()).orElse(userid);
    ObjectNode node = Json.object().put("userid", canonical);
    node.set("bubble", PageState.bubble(bubble));
    tell("bubble", node);
  }

  private void entry(LedgerEntry entry) {
    tell("ledger", PageState.entry(entry));
  }

  private void tell(String name, ObjectNode data) {
    if (readers.isEmpty()) {
      return;
    }
    String event = event(name, data);
    readers.removeIf(queue -> !queue.offer(event));
  }

  private static String event(String name, ObjectNode data) {
    return "event: " + name + "\ndata: " + Json.text(data) + "\n\n";
  }
}
