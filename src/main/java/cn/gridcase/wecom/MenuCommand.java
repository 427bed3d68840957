package cn.gridcase.wecom;

import cn.gridcase.Refused;
import cn.gridcase.database.OperatorCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code menu}: puts the menu of bot-config into WeCom; from then on it is kept in step. */
@ApplicationScoped
class MenuCommand implements OperatorCommand {
  private static final int WRONG = 2;

  private final WeComMenu menu;
  private final WeComSettings settings;
  private final Optional<String> publicUrl;

  @Inject
  MenuCommand(
      WeComMenu menu,
      WeComSettings settings,
      @ConfigProperty(name = "gridcase.public-url") Optional<String> publicUrl) {
    this.menu = menu;
    this.settings = settings;
    this.publicUrl = publicUrl;
  }

  @Override
  public String name() {
    return "menu";
  }

  @Override
  public String summary() {
    return "把 menu.yaml 的菜单建到企业微信；建过以后改了文件会自动同步";
  }

  @Override
  public int run(List<String> arguments) {
    return run(System.out);
  }

  int run(PrintStream out) {
    List<String> problems = WeComStart.problems(settings, publicUrl);
    if (!problems.isEmpty()) {
      out.println("企业微信的配置不完整，没有建菜单：\n  " + String.join("\n  ", problems));
      return WRONG;
    }
    try {
      menu.create();
    } catch (Refused | NoToken | IllegalStateException failure) {
      out.println("没有建成：" + failure.getMessage());
      return WRONG;
    }
    out.println("菜单已建好。手机上重新进入对话就能看到。");
    return 0;
  }
}
