package cn.gridcase.database;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What runs once Quarkus has started: the service until it is told to end, or one command. */
@Singleton
@Unremovable
final class Served implements QuarkusApplication {
  private final List<OperatorCommand> commands;

  @Inject
  Served(@All List<OperatorCommand> commands) {
    this.commands = commands;
  }

  @Override
  public int run(String... arguments) {
    if (arguments.length == 0) {
      Quarkus.waitForExit();
      return 0;
    }
    return run(List.of(arguments), System.err);
  }

  int run(List<String> arguments, PrintStream complaints) {
    Optional<OperatorCommand> known =
        commands.stream().filter(command -> command.name().equals(arguments.get(0))).findFirst();
    if (known.isPresent()) {
      return known.get().run(arguments.subList(1, arguments.size()));
    }
    complaints.println("没有命令 " + arguments.get(0) + "。可用的命令：");
    commands.stream()
        .sorted(Comparator.comparing(OperatorCommand::name))
        .forEach(command -> complaints.println("  " + command.name() + "  " + command.summary()));
    return StartRefused.EXIT_CODE;
  }
}
