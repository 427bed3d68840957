package cn.gridcase.config;

import io.quarkus.runtime.PreventFurtherStepsException;

/** bot-config is wrong, so the service does not start; the message names every problem. */
public final class ConfigRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int EXIT_CODE = 2;

  ConfigRefused(String folder, Problems problems) {
    this("配置目录 " + folder + " 有 " + problems.all().size() + " 处问题，服务没有启动：\n" + problems.text());
  }

  // Quarkus looks at the root cause: of this kind it prints the message alone, without a stack.
  private ConfigRefused(String message) {
    super(message, new PreventFurtherStepsException(message, EXIT_CODE));
  }
}
