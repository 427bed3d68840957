package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Recalculation;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 重算: once the calendar has changed, every open case gets the deadline it has by the new one. */
@ApplicationScoped
class CalendarWatch implements Loop {
  private static final int AT_ONCE = 500;

  private final Recalculation recalculation;
  private final MovedDeadlines moved;
  private final MovedTexts texts;
  private final ServiceClock clock;

  @Inject
  CalendarWatch(
      Recalculation recalculation, MovedDeadlines moved, MovedTexts texts, ServiceClock clock) {
    this.recalculation = recalculation;
    this.moved = moved;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "calendar-watch";
  }

  @Override
  public void cycle() {
    List<CaseNumber> behind =
        QuarkusTransaction.requiringNew().call(() -> recalculation.behind(AT_ONCE));
    behind.forEach(this::takeApart);
    // Told only when the last of them is through, so that each person gets one text.
    if (behind.size() < AT_ONCE) {
      QuarkusTransaction.requiringNew().run(() -> texts.post(clock.now()));
    }
  }

  /** One that fails must not hold up the others; it stays behind. */
  private void takeApart(CaseNumber number) {
    try {
      QuarkusTransaction.requiringNew().run(() -> take(number));
    } catch (RuntimeException failure) {
      Log.errorf(failure, "case %s keeps the deadline of a former calendar", number);
    }
  }

  private void take(CaseNumber number) {
    recalculation
        .take(number, clock.now())
        .ifPresent(was -> moved.add(new MovedDeadlines.Moved(number, was)));
  }
}
