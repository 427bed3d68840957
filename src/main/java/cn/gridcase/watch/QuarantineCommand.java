package cn.gridcase.watch;

import cn.gridcase.database.OperatorCommand;
import cn.gridcase.database.Quarantine;
import cn.gridcase.database.Quarantine.Imposed;
import cn.gridcase.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code quarantine}: what a restored database would send; {@code quarantine release} lets it go
 * on, without what the original may have sent since the backup unless {@code --send-all} is added.
 */
@ApplicationScoped
class QuarantineCommand implements OperatorCommand {
  private static final int WRONG = 2;
  private static final String RELEASE = "release";
  private static final String SEND_ALL = "--send-all";

  private final Quarantine quarantine;
  private final QuarantineFigures figures;
  private final Outbox outbox;

  @Inject
  QuarantineCommand(Quarantine quarantine, QuarantineFigures figures, Outbox outbox) {
    this.quarantine = quarantine;
    this.figures = figures;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "quarantine";
  }

  @Override
  public String summary() {
    return "[release [--send-all]]  恢复出来的数据库会发出什么；release 放行";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out);
  }

  int run(List<String> arguments, PrintStream out) {
    boolean report = arguments.isEmpty();
    boolean sendAll = arguments.equals(List.of(RELEASE, SEND_ALL));
    if (!report && !sendAll && !arguments.equals(List.of(RELEASE))) {
      out.println("用法：quarantine 或 quarantine release [--send-all]");
      return WRONG;
    }
    // Said only once it is committed.
    List<String> said =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    quarantine
                        .imposed()
                        .map(imposed -> report ? report(imposed) : release(imposed, sendAll))
                        .orElse(List.of("数据库没有处于隔离状态，消息和时钟都在正常运行。")));
    said.forEach(out::println);
    return 0;
  }

  private List<String> report(Imposed imposed) {
    List<String> said = new ArrayList<>();
    said.add(
        "数据库自%s起处于隔离状态：%s，备份截至%s。不投递消息，时钟不走；收到的消息照常处理。"
            .formatted(
                SaidInstant.of(imposed.since()),
                imposed.reason(),
                SaidInstant.of(imposed.takenAt())));
    var pending = figures.pending(imposed.lastPosition());
    said.add("待发消息%d条，收件人%d位。".formatted(pending.all(), pending.people()));
    for (var kind : figures.waiting()) {
      said.add(
          "  %s：一小时内%d条，一天内%d条，更早%d条"
              .formatted(chinese(kind.kind()), kind.hour(), kind.day(), kind.older()));
    }
    pending.oldest().ifPresent(at -> said.add("  最早的一条写于" + SaidInstant.of(at)));
    said.add("  其中已过发送时效的%d条，放行后也不会发出".formatted(pending.stale()));
    said.add(
        "  其中备份之前写下的%d条，原系统可能已经发过；恢复之后新写下的%d条"
            .formatted(pending.backedUp(), pending.all() - pending.backedUp()));
    said.add("另有备份时发送结果不明的%d条，放行时一律搁置，不再发送。".formatted(pending.unknown()));
    var clocks = figures.clocks();
    said.add(
        "未办结案件%d件，其中已超期%d件，一天内到期%d件。".formatted(clocks.open(), clocks.overdue(), clocks.soon()));
    said.add("放行：quarantine release（备份之前写下的一律作废，不会重复打扰）；");
    said.add("确知原系统在备份后没有再发消息（先停服务再备份）时：quarantine release --send-all（全部照发）。");
    return said;
  }

  private List<String> release(Imposed imposed, boolean sendAll) {
    Outbox.Ended ended = outbox.endRestored(imposed.lastPosition(), sendAll);
    var left = figures.pending(imposed.lastPosition());
    quarantine.release();
    return List.of(
        "已放行。作废%d条（恢复自备份，可能已经发过），搁置%d条（发送结果不明），将发出%d条。"
            .formatted(ended.expired(), ended.parked(), left.all() - left.stale()));
  }

  private static String chinese(String kind) {
    return switch (kind) {
      case "TEXT" -> "文字";
      case "CARD" -> "卡片";
      case "CARD_UPDATE" -> "卡片更新";
      default -> kind;
    };
  }
}
