package cn.gridcase.cases;

import cn.gridcase.database.Database;

/** The histories of another database than the service's, held against their chains. */
public final class ChainOf {
  private ChainOf() {}

  public static HistoryChain.Finding verified(Database database) {
    return new HistoryChain(database).verify();
  }
}
