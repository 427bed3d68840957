package cn.gridcase.database;

/** 拒绝备份或恢复: nothing was changed; the message tells the operator what to do. */
public final class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupRefused(String message) {
    super(message);
  }
}
