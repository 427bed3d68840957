package cn.gridcase.watch;

import cn.gridcase.database.Backup;
import cn.gridcase.database.BackupRefused;
import cn.gridcase.database.OperatorCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code backup <file>}: database and photos into one file, also while the service runs. */
@ApplicationScoped
class BackupCommand implements OperatorCommand {
  private static final int WRONG = 2;
  private static final int FAILED = 1;

  private final Backup backup;

  @Inject
  BackupCommand(Backup backup) {
    this.backup = backup;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String summary() {
    return "<文件>  把数据库和照片备份到一个文件；服务可以照常运行";
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, System.out);
  }

  int run(List<String> arguments, PrintStream out) {
    if (arguments.size() != 1) {
      out.println("用法：backup <文件>");
      return WRONG;
    }
    Path file = Path.of(arguments.get(0));
    try {
      Backup.Done done = backup.write(file);
      out.println(
          "备份完成：%s，%,d字节，%d张表共%,d行，照片%d张；截至%s。"
              .formatted(
                  file,
                  done.bytes(),
                  done.manifest().tables().size(),
                  done.manifest().rows(),
                  done.manifest().photos().size(),
                  SaidInstant.of(done.manifest().taken())));
      return 0;
    } catch (BackupRefused refused) {
      out.println(refused.getMessage());
      return WRONG;
    } catch (IOException | SQLException failed) {
      out.println("备份没有完成，没有留下文件（磁盘已满，或目录不可写，或数据库断开？）：" + failed);
      return FAILED;
    }
  }
}
