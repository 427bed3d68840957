package cn.gridcase.time;

import cn.gridcase.database.Database;
import cn.gridcase.database.Schema;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/**
 * Whether work that comes due by itself may be done: not in a restored database before its
 * quarantine is released, and not by a program older than the tables. People are heard either way.
 */
@ApplicationScoped
public class LoopGate {
  private static final Logger LOG = Logger.getLogger(LoopGate.class);

  private static final String LOOK =
      """
      SELECT EXISTS (SELECT 1 FROM quarantine) AS quarantined,
             EXISTS (SELECT 1 FROM flyway_schema_history
                      WHERE success AND string_to_array(version, '.')::int[]
                            > string_to_array(?, '.')::int[]) AS newer
      """;

  /** Open, or why not. */
  public enum State {
    OPEN("循环已放行：恢复投递消息，时钟开始走。"),
    QUARANTINED("数据库处于隔离状态（恢复自备份）：不投递消息，时钟不走；收到的消息照常处理。查看与放行：命令 quarantine。"),
    NEWER_SCHEMA("数据库的表结构比本程序新：本副本不投递消息，时钟不走；收到的消息照常处理。请尽快升级本副本。");

    private final String said;

    State(String said) {
      this.said = said;
    }
  }

  private final Database database;
  private final Schema schema;
  private State seen = State.OPEN;

  @Inject
  LoopGate(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /** Learns this program's own version before the first tick asks for it. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
    schema.newest();
  }

  /** Whether loops may run a cycle now; asked before each, outside of any transaction. */
  public boolean isOpen() {
    return look() == State.OPEN;
  }

  /**
   * Looks, and tells the log once whenever it finds another state than the last time; one thread at
   * a time, so that what was seen first is told first.
   */
  public synchronized State look() {
    String newest = schema.newest();
    State now =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .first(
                            LOOK,
                            row -> state(row.getBoolean("quarantined"), row.getBoolean("newer")),
                            newest)
                        .orElseThrow());
    if (seen != now) {
      LOG.warn(now.said);
    }
    seen = now;
    return now;
  }

  private static State state(boolean quarantined, boolean newer) {
    if (newer) {
      return State.NEWER_SCHEMA;
    }
    return quarantined ? State.QUARANTINED : State.OPEN;
  }
}
