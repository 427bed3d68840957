package cn.gridcase.watch;

import cn.gridcase.config.Problems;
import cn.gridcase.config.RecordCheck;
import cn.gridcase.config.Snapshot;
import cn.gridcase.config.SnapshotReader;
import cn.gridcase.database.OperatorCommand;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code check-config [folder]}: reads bot-config as the start would and says what is wrong. */
@ApplicationScoped
class CheckConfigCommand implements OperatorCommand {
  private static final int WRONG = 2;

  private final SnapshotReader reader;
  private final List<RecordCheck> record;
  private final String folder;

  @Inject
  CheckConfigCommand(
      SnapshotReader reader,
      @All List<RecordCheck> record,
      @ConfigProperty(name = "gridcase.bot-config", defaultValue = "bot-config") String folder) {
    this.reader = reader;
    this.record = record;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "check-config";
  }

  @Override
  public String summary() {
    return "检查配置目录（默认 bot-config）；没有问题返回 0，有问题逐条列出并返回 2";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out);
  }

  int run(List<String> arguments, PrintStream out) {
    Path checked = Path.of(arguments.isEmpty() ? folder : arguments.get(0));
    Problems problems = new Problems();
    Snapshot read = reader.read(checked, problems);
    if (problems.none()) {
      // What a start would refuse, this refuses too.
      record.forEach(
          check -> QuarkusTransaction.requiringNew().run(() -> check.check(read, problems)));
    }
    problems.hints().forEach(hint -> out.println("提示（不影响启动）：" + hint));
    if (problems.none()) {
      out.println("配置目录 " + checked + " 没有问题，版本 " + read.hash());
      return 0;
    }
    out.println("配置目录 " + checked + " 有 " + problems.all().size() + " 处问题：");
    out.println(problems.text());
    return WRONG;
  }
}
