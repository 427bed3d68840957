package cn.gridcase.database;

import java.util.List;

/** 运维命令: a bean that does one thing for the operator from the command line, then ends. */
public interface OperatorCommand {
  /** What is typed, e.g. {@code verify-history}. */
  String name();

  /** One line in Chinese for the list of commands. */
  String summary();

  /** Does it, prints in Chinese, and returns the exit code. */
  int run(List<String> arguments);
}
