package cn.gridcase.bench;

import cn.gridcase.chat.InboundMessage;
import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.wecom.callback.OwnWire;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Verify, decrypt and read on one core: ours, WxJava's and the floor, in interleaved batches;
 * thread CPU time, medians over the batches.
 */
final class WireBench {
  private static final int BATCH = 500;
  private static final int WARMING = 40;
  private static final int BATCHES = 120;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Keys keys = Keys.random();
  private final Map<String, WireWay> ways = new LinkedHashMap<>();

  /** Per operation: microseconds of CPU, bytes allocated. */
  private record Cost(double micros, double bytes) {}

  void run() throws Exception {
    ways.put("ours", ours());
    ways.put("WxJava", new WxJavaWire(keys));
    ways.put("floor", new BareWire(keys));
    PushXml xml = new PushXml(keys);
    measure("text message", SealedPush.of(keys, xml.text("limei", "台湖村口消防通道被三轮车堵住了，进不去")));
    String press = xml.press("wangfang", "QkFTRTY0LXRhc2staWQtMTY", "dispatch", "unit", "xiaofang");
    measure("card press", SealedPush.of(keys, press));
  }

  private WireWay ours() {
    OwnWire wire = new OwnWire(keys.token(), keys.aesKey(), keys.corpId());
    return push -> told(wire.read(push.signature(), push.timestamp(), push.nonce(), push.body()));
  }

  private static String told(InboundMessage message) {
    return message.sender() + " " + message.press().map(WireBench::pressed).orElse(message.text());
  }

  private static String pressed(CardPress press) {
    return press.taskId()
        + " "
        + press.button()
        + " "
        + press.chosen().getOrDefault("unit", List.of("")).get(0);
  }

  private void measure(String what, SealedPush push) throws Exception {
    String expected = ours().read(push);
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int i = 0; i < WARMING + BATCHES; i++) {
      for (Map.Entry<String, WireWay> way : ways.entrySet()) {
        Cost cost = batch(way.getValue(), push, expected);
        if (i >= WARMING) {
          costs.computeIfAbsent(way.getKey(), key -> new ArrayList<>()).add(cost);
        }
      }
    }
    print(what, costs);
  }

  private static Cost batch(WireWay way, SealedPush push, String expected) throws Exception {
    long thread = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < BATCH; i++) {
      if (!way.read(push).equals(expected)) {
        throw new IllegalStateException("read something else: " + way.read(push));
      }
    }
    long spent = THREADS.getCurrentThreadCpuTime() - start;
    long allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
    return new Cost(spent / 1e3 / BATCH, (double) allocated / BATCH);
  }

  private static void print(String what, Map<String, List<Cost>> costs) {
    double ours = micros(costs, "ours");
    costs.forEach(
        (way, all) -> {
          double micros = micros(costs, way);
          double bytes = Figures.median(all.stream().map(Cost::bytes).toList());
          System.out.printf(
              Locale.ROOT,
              "%-13s %-7s %7.1f µs %7.0f B %8.0f per second and core, ours is %.2fx%n",
              what,
              way,
              micros,
              bytes,
              1e6 / micros,
              micros / ours);
        });
  }

  private static double micros(Map<String, List<Cost>> costs, String way) {
    return Figures.median(costs.getOrDefault(way, List.of()).stream().map(Cost::micros).toList());
  }
}
