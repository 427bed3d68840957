package cn.gridcase.wecom;

import cn.gridcase.wecom.StubWeCom.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a {@link StubWeCom} is to fail at, and how often it has. */
final class StubFaults {
  /** What happens to one request. */
  record Planned(Fault fault, int code) {}

  private static final Planned NONE = new Planned(Fault.CODE, 0);

  private final Deque<Planned> plan = new ArrayDeque<>();
  private final Map<String, Integer> refused = new HashMap<>();
  private Optional<Planned> always = Optional.empty();
  private int happened;

  synchronized void forget() {
    plan.clear();
    refused.clear();
    always = Optional.empty();
    happened = 0;
  }

  synchronized void next(Planned planned) {
    plan.add(planned);
  }

  synchronized void always(Optional<Planned> planned) {
    always = planned;
  }

  synchronized void refuse(String part, int code) {
    refused.put(part, code);
  }

  synchronized void accept(String part) {
    refused.remove(part);
  }

  synchronized int happened() {
    return happened;
  }

  synchronized Planned of(String body) {
    Optional<Planned> one = Optional.ofNullable(plan.poll()).or(() -> always).or(() -> to(body));
    one.ifPresent(fault -> happened++);
    return one.orElse(NONE);
  }

  private Optional<Planned> to(String body) {
    return refused.entrySet().stream()
        .filter(entry -> body.contains(entry.getKey()))
        .map(entry -> new Planned(Fault.CODE, entry.getValue()))
        .findFirst();
  }
}
