package cn.gridcase.watch;

import cn.gridcase.config.BotConfigs;
import cn.gridcase.config.BotConfigs.Judged;
import cn.gridcase.config.ConfigProblem;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Reads bot-config again when it was saved, and tells the administrators what came of it. */
@ApplicationScoped
class ConfigWatch implements Loop {
  private static final int MOST_PROBLEMS = 5;
  private static final int SHORT_HASH = 8;

  private final BotConfigs configs;
  private final RosterFile roster;
  private final Outbox outbox;
  private final ServiceClock clock;

  @Inject
  ConfigWatch(BotConfigs configs, RosterFile roster, Outbox outbox, ServiceClock clock) {
    this.configs = configs;
    this.roster = roster;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "config-watch";
  }

  @Override
  public void cycle() {
    configs.reload(this::tell);
  }

  private void tell(Judged judged) {
    String said = said(judged);
    Log.info(said);
    for (var person : roster.inForce().with(Role.ADMINISTRATOR)) {
      outbox.post(NewMessage.text(person.userid(), "bot-config", said, clock.now()));
    }
  }

  private static String said(Judged judged) {
    List<ConfigProblem> problems = judged.problems().all();
    if (problems.isEmpty()) {
      return "新的配置已经生效（版本" + judged.hash().substring(0, SHORT_HASH) + "）。";
    }
    String first =
        problems.stream()
            .limit(MOST_PROBLEMS)
            .map(ConfigProblem::toString)
            .collect(Collectors.joining("\n"));
    int more = problems.size() - MOST_PROBLEMS;
    return "配置有误，没有生效，仍按原来的配置办理：\n"
        + first
        + (more > 0 ? "\n还有" + more + "处" : "")
        + "\n改好保存后会自动再读。";
  }
}
