package cn.gridcase.supervision;

import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** An order about a digest that nobody has answered in time is told of, to both sides, once. */
@ApplicationScoped
class DigestOrderWatch implements Loop {
  private static final int MOST = 100;

  private final DigestOrders orders;
  private final DigestOrderTexts texts;
  private final ServiceClock clock;

  @Inject
  DigestOrderWatch(DigestOrders orders, DigestOrderTexts texts, ServiceClock clock) {
    this.orders = orders;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "digest-order-watch";
  }

  @Override
  public void cycle() {
    List<String> late =
        QuarkusTransaction.requiringNew().call(() -> orders.late(clock.now(), MOST));
    takeEach(late, this::remind);
  }

  private void remind(String number) {
    Instant now = clock.now();
    orders
        .locked(number)
        .filter(orders::reminded)
        .ifPresent(order -> texts.tellBoth("批示超期未回复", order, now));
  }
}
