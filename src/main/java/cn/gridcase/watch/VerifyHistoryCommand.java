package cn.gridcase.watch;

import cn.gridcase.cases.HistoryChain;
import cn.gridcase.database.OperatorCommand;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.List;

/**
 * verify-history: every case's history held against its chain; exit code 1 if one does not hold.
 */
@ApplicationScoped
class VerifyHistoryCommand implements OperatorCommand {
  private final HistoryChain chain;

  @Inject
  VerifyHistoryCommand(HistoryChain chain) {
    this.chain = chain;
  }

  @Override
  public String name() {
    return "verify-history";
  }

  @Override
  public String summary() {
    return "核对全部案件的流转记录是否被改动";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out);
  }

  int run(List<String> arguments, PrintStream out) {
    HistoryChain.Finding found = QuarkusTransaction.requiringNew().call(chain::verify);
    found
        .faults()
        .forEach(
            fault ->
                out.println(
                    "案件%s 第%d条：%s".formatted(fault.caseNumber(), fault.seq(), fault.reason())));
    out.println(
        "核对了%d件案件、%d条流转记录，%s"
            .formatted(
                found.cases(),
                found.entries(),
                found.faults().isEmpty() ? "全部完好。" : "其中" + found.faults().size() + "件有问题。"));
    return found.faults().isEmpty() ? 0 : 1;
  }
}
