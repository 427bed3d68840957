package cn.gridcase.supervision;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.Countdown;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.Situation;
import cn.gridcase.cases.Supervise;
import cn.gridcase.config.BotConfigs;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 督办: tells whoever is concerned once a countdown has come to a rung of the ladder. */
@ApplicationScoped
class DeadlineWatch implements Loop {
  private static final int AT_ONCE = 500;
  private static final int TOGETHER = 50;

  private final WakeUps wakeUps;
  private final BotConfigs configs;
  private final RungTexts texts;
  private final OrderDesk desk;
  private final CaseFiles caseFiles;
  private final ServiceClock clock;

  @Inject
  DeadlineWatch(
      WakeUps wakeUps,
      BotConfigs configs,
      RungTexts texts,
      OrderDesk desk,
      CaseFiles caseFiles,
      ServiceClock clock) {
    this.wakeUps = wakeUps;
    this.configs = configs;
    this.texts = texts;
    this.desk = desk;
    this.caseFiles = caseFiles;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "deadline-watch";
  }

  @Override
  public void cycle() {
    List<WakeUps.WakeUp> due =
        QuarkusTransaction.requiringNew().call(() -> wakeUps.due(clock.now(), AT_ONCE));
    for (int from = 0; from < due.size(); from += TOGETHER) {
      takeTogether(due.subList(from, Math.min(from + TOGETHER, due.size())));
    }
  }

  /** What one person is to be told of several cases is one message. */
  private void takeTogether(List<WakeUps.WakeUp> some) {
    try {
      QuarkusTransaction.requiringNew().run(() -> take(some, clock.now()));
    } catch (RuntimeException failure) {
      Log.warnf(failure, "%d countdowns are taken one by one", some.size());
      some.forEach(this::takeApart);
    }
  }

  /** One that fails must not hold up the others; it stays due. */
  private void takeApart(WakeUps.WakeUp one) {
    try {
      QuarkusTransaction.requiringNew().run(() -> take(List.of(one), clock.now()));
    } catch (RuntimeException failure) {
      Log.errorf(failure, "countdown %d of case %s stays due", one.countdown(), one.number());
    }
  }

  /** Cases are locked in the order of their numbers, as everywhere. */
  private void take(List<WakeUps.WakeUp> some, Instant now) {
    List<Reached> reached =
        some.stream()
            .sorted(Comparator.comparing((WakeUps.WakeUp each) -> each.number().text()))
            .flatMap(each -> look(each, now).stream())
            .toList();
    texts
        .post(reached, now)
        .forEach(
            (told, positions) ->
                // What issued an order is never taken back and told anew: it would issue another.
                wakeUps.told(
                    told.wakeUp(),
                    told.step(),
                    told.order().isPresent() ? List.of() : positions,
                    now));
  }

  private List<Reached> look(WakeUps.WakeUp due, Instant now) {
    List<Reached> reached = new ArrayList<>();
    caseFiles.changeByRule(
        due.number(),
        file -> {
          climb(due, file, now, reached);
          return order(reached, file, now);
        },
        now);
    return reached;
  }

  /**
   * Of several rungs at once the last issues its order; a case without a unit of the town has none
   * to obey.
   */
  private Optional<Move> order(List<Reached> reached, CaseFile file, Instant now) {
    boolean mayBeOrdered = Concerned.unitOf(file).isPresent();
    for (int i = reached.size() - 1; i >= 0 && mayBeOrdered; i--) {
      Reached one = reached.get(i);
      if (one.rung().order().isPresent()) {
        // Over before the case moves, or whoever hears of that would have them told again.
        reached.forEach(each -> wakeUps.told(each.wakeUp(), each.step(), List.of(), now));
        Supervise order = desk.drawnUp(one.rung().order().get(), now);
        reached.set(i, one.with(order.order()));
        return Optional.of(order);
      }
    }
    return Optional.empty();
  }

  private void climb(WakeUps.WakeUp due, CaseFile file, Instant now, List<Reached> reached) {
    Optional<Instant> since = wakeUps.at(due, now);
    Optional<Countdown> countdown =
        file.clock().countdowns().stream().filter(each -> each.id() == due.countdown()).findFirst();
    if (since.isPresent() && countdown.isPresent()) {
      climb(due, file, countdown.get(), since.get(), now, reached);
    }
  }

  private void climb(
      WakeUps.WakeUp due,
      CaseFile file,
      Countdown countdown,
      Instant since,
      Instant now,
      List<Reached> reached) {
    Set<String> passed =
        Optional.ofNullable(wakeUps.passed(file.number()).get(due.countdown())).orElse(Set.of());
    Ladder.Look look =
        Ladder.of(configs.inForce()).look(countdown, Situation.of(file), passed, now);
    look.told()
        .forEach(
            step -> reached.add(new Reached(due, step, file, countdown, since, Optional.empty())));
    look.skipped().forEach(step -> wakeUps.skipped(due, step, now));
    wakeUps.set(due, look.again());
  }
}
