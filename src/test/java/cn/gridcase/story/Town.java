package cn.gridcase.story;

import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.clock.TimeMachine;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.company.RosterYaml;
import cn.gridcase.sandbox.wire.WeComError;
import cn.gridcase.time.Loop;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The sandbox around the service under test: one for all stories, which each tell of cases of their
 * own.
 */
final class Town {
  private static final int MOST_SAVES = 10;
  private static final DataSource OWNER = pool();
  private static final Sandbox SANDBOX = open();

  private Town() {}

  static Sandbox sandbox() {
    return SANDBOX;
  }

  /** The database as its owner, who may wind the clock and tamper; the connections are kept. */
  static DataSource owner() {
    return OWNER;
  }

  /** The first column of all rows, as text, read as the owner. */
  static List<String> read(String sql) {
    try (var connection = owner().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (row.next()) {
        column.add(row.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The one number such a question has for an answer. */
  static int count(String sql) {
    return Integer.parseInt(read(sql).get(0));
  }

  /** Does as the owner what the service may not. */
  static void run(String sql) {
    try (var connection = owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The role the service works as. */
  static String serviceRole() {
    return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
  }

  /** The relay last, so that what comes due at an instant is sent at that instant. */
  static void runLoops() {
    Arc.container().listAll(Loop.class).stream()
        .map(InstanceHandle::get)
        .sorted(Comparator.comparing(loop -> loop.name().equals("outbox-relay")))
        .forEach(Loop::cycle);
  }

  private static DataSource pool() {
    Config settings = ConfigProvider.getConfig();
    var pool = new AgroalDataSourceConfigurationSupplier();
    pool.connectionPoolConfiguration()
        .maxSize(8)
        .connectionFactoryConfiguration()
        .jdbcUrl(settings.getValue(TownSettings.OWNER_URL, String.class))
        .principal(new NamePrincipal(settings.getValue("quarkus.flyway.username", String.class)))
        .credential(new SimplePassword(settings.getValue("quarkus.flyway.password", String.class)));
    try {
      return AgroalDataSource.from(pool);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sandbox open() {
    Config settings = ConfigProvider.getConfig();
    var machine = new TimeMachine(OWNER, Town::runLoops);
    machine.install();
    URI base = URI.create(settings.getValue("gridcase.wecom.base-url", String.class));
    Sandbox sandbox =
        Sandbox.start(
                RosterYaml.read(
                    Path.of(settings.getValue("gridcase.bot-config", String.class), "roster.yaml")),
                SandboxClock.of(OWNER),
                keys(settings),
                base.getPort())
            .loops(Town::runLoops)
            .winds(machine);
    sandbox.app().setTrustedDomain(TownSettings.service().getAuthority());
    return saved(sandbox);
  }

  /** The console waits one second for the first answer the service ever gives: one tries again. */
  private static Sandbox saved(Sandbox sandbox) {
    for (int tries = 1; tries < MOST_SAVES; tries++) {
      try {
        return sandbox.savesCallback(TownSettings.callback());
      } catch (WeComError tooSlow) {
        // Whoever saves the callback in the console presses the button once more.
      }
    }
    return sandbox.savesCallback(TownSettings.callback());
  }

  private static Keys keys(Config settings) {
    Keys other = Keys.random();
    return new Keys(
        settings.getValue("gridcase.wecom.corp-id", String.class),
        settings.getValue("gridcase.wecom.agent-id", int.class),
        settings.getValue("gridcase.wecom.secret", String.class),
        other.contactSecret(),
        other.otherAgentId(),
        other.otherSecret(),
        settings.getValue("gridcase.wecom.token", String.class),
        settings.getValue("gridcase.wecom.aes-key", String.class));
  }
}
