package cn.gridcase.database;

import io.quarkus.runtime.PreventFurtherStepsException;

/** 拒绝启动: the service cannot start as configured; the message tells the operator what to do. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The exit code of a refused start or command. */
  static final int EXIT_CODE = 2;

  // Quarkus looks at the root cause: of this kind it prints the message alone and takes the exit
  // code; any other is logged with its stack trace.
  public StartRefused(String message) {
    super(message, new PreventFurtherStepsException(message, EXIT_CODE));
  }
}
