package cn.gridcase.watch;

import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.ClockSkew;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import cn.gridcase.time.TwoClocks;
import cn.gridcase.time.WorkCalendar;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * 指标: what the database knows about the wire, read now and then and shown at {@code /q/metrics}. No
 * label holds a name, a number or a text of anybody.
 */
@ApplicationScoped
class Gauges implements Loop {
  private static final Logger LOG = Logger.getLogger(Gauges.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final WireFigures figures;
  private final UnattendedLooks looks;
  private final LoopBeats beats;
  private final TwoClocks clocks;
  private final CalendarFile calendars;
  private final ServiceClock clock;
  private final MultiGauge inbox;
  private final MultiGauge outbox;
  private final MultiGauge photos;
  private final MultiGauge unattended;
  private final MultiGauge loops;
  private volatile long readAt = System.nanoTime();
  private volatile boolean read;
  private volatile double oldestDue;
  private volatile double coverage;
  private volatile ClockSkew skew = new ClockSkew(Duration.ZERO);

  @Inject
  Gauges(
      WireFigures figures,
      UnattendedLooks looks,
      LoopBeats beats,
      TwoClocks clocks,
      CalendarFile calendars,
      ServiceClock clock,
      MeterRegistry registry) {
    this.figures = figures;
    this.looks = looks;
    this.beats = beats;
    this.clocks = clocks;
    this.calendars = calendars;
    this.clock = clock;
    this.inbox = rows(registry, "gridcase.inbox.rows", "heard, not done: retry or parked");
    this.outbox = rows(registry, "gridcase.outbox.rows", "promised, not delivered, by state");
    this.photos = rows(registry, "gridcase.photos", "sent, not fetched: waiting or lost");
    this.unattended =
        rows(registry, "gridcase.cases.unattended", "open, without an owner or a wake-up to come");
    this.loops =
        MultiGauge.builder("gridcase.loop.silence")
            .baseUnit("seconds")
            .description("since the loop's last whole cycle")
            .register(registry);
    Gauge.builder("gridcase.outbox.oldest.due", this, it -> it.oldestDue)
        .baseUnit("seconds")
        .description("how long the oldest sendable message has waited")
        .register(registry);
    Gauge.builder("gridcase.clock.skew", this, it -> it.skew.seconds())
        .baseUnit("seconds")
        .description("this machine's clock ahead of the database's")
        .register(registry);
    Gauge.builder("gridcase.calendar.coverage", this, it -> it.coverage)
        .baseUnit("days")
        .description("until the first day whose year's holidays are not announced")
        .register(registry);
    Gauge.builder("gridcase.figures.age", this, Gauges::age)
        .baseUnit("seconds")
        .description("since these figures were read; they are worth nothing if this grows")
        .register(registry);
  }

  @Override
  public String name() {
    return "gauges";
  }

  @Override
  public boolean passesTheGate() {
    return true;
  }

  @Override
  public void cycle() {
    if (!read || age() >= PAUSE.toSeconds()) {
      refresh();
    }
  }

  void refresh() {
    QuarkusTransaction.requiringNew().run(this::read);
    readAt = System.nanoTime();
    read = true;
  }

  private void read() {
    show(inbox, "state", figures.inbox());
    show(outbox, "state", figures.outbox());
    show(photos, "state", figures.photos());
    show(unattended, "missing", looks.counts());
    show(loops, "loop", beats.silences());
    oldestDue = figures.oldestDue();
    coverage = coverage(calendars.inForce());
    ClockSkew before = skew;
    skew = clocks.skew();
    if (skew.isNoticed() != before.isNoticed()) {
      tell(skew);
    }
  }

  private double coverage(WorkCalendar calendar) {
    LocalDate today = clock.now().atZone(calendar.zone()).toLocalDate();
    return ChronoUnit.DAYS.between(today, LocalDate.ofYearDay(calendar.firstYearMissing(), 1));
  }

  static void tell(ClockSkew skew) {
    if (skew.isNoticed()) {
      LOG.warnf("本机时钟与数据库相差 %.1f 秒（正数为本机快）；超过 30 秒将停止服务，请检查时间同步", skew.seconds());
    } else {
      LOG.info("本机时钟与数据库已一致");
    }
  }

  private double age() {
    return (System.nanoTime() - readAt) / 1e9;
  }

  private static MultiGauge rows(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static void show(MultiGauge gauge, String label, Map<String, Double> values) {
    gauge.register(
        values.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                value ->
                    MultiGauge.Row.of(
                        Tags.of(label, value.getKey().toLowerCase(Locale.ROOT)), value.getValue()))
            .toList(),
        true);
  }
}
