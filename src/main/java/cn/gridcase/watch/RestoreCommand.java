package cn.gridcase.watch;

import cn.gridcase.database.BackupRefused;
import cn.gridcase.database.OperatorCommand;
import cn.gridcase.database.Restore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code restore <file>}: a backup into an empty database, which then stands in quarantine; exit
 * code 1 if the restored history does not hold, 2 if nothing was restored.
 */
@ApplicationScoped
class RestoreCommand implements OperatorCommand {
  private static final int WRONG = 2;

  private final Restore restore;
  private final VerifyHistoryCommand history;
  private final QuarantineCommand quarantine;

  @Inject
  RestoreCommand(Restore restore, VerifyHistoryCommand history, QuarantineCommand quarantine) {
    this.restore = restore;
    this.history = history;
    this.quarantine = quarantine;
  }

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String summary() {
    return "<文件>  把备份恢复到空的数据库；恢复后处于隔离状态，见 quarantine";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out);
  }

  int run(List<String> arguments, PrintStream out) {
    if (arguments.size() != 1) {
      out.println("用法：restore <文件>");
      return WRONG;
    }
    try {
      Restore.Done done = restore.from(Path.of(arguments.get(0)));
      out.println(
          "恢复完成：%d张表共%,d行，照片%d张；数据截至%s（程序%s，PostgreSQL %s）。"
              .formatted(
                  done.manifest().tables().size() - done.unknownTables().size(),
                  done.manifest().rows(),
                  done.manifest().photos().size(),
                  SaidInstant.of(done.manifest().taken()),
                  done.manifest().program(),
                  done.manifest().server()));
      if (!done.unknownTables().isEmpty()) {
        out.println("备份里这些表不属于本程序，没有恢复：" + String.join("、", done.unknownTables()));
      }
      int verified = history.run(List.of(), out);
      quarantine.run(List.of(), out);
      return verified;
    } catch (BackupRefused refused) {
      out.println(refused.getMessage());
      return WRONG;
    } catch (IOException | SQLException failed) {
      out.println("恢复没有完成（磁盘已满，或数据库断开？）：" + failed + "\n请再执行一次；如果回答目标数据库里已有数据，数据已经恢复并处于隔离状态。");
      return WRONG;
    }
  }
}
