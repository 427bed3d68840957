package cn.gridcase.story;

import cn.gridcase.PackagedJar;
import cn.gridcase.TestDatabase;
import cn.gridcase.sandbox.FaultyLink;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.company.RosterYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two processes of the jar that ships, on one database, behind a balancer that the sandbox calls;
 * each has a link of its own to the sandbox's API.
 */
final class Replicas implements AutoCloseable {
  private static final String NAME =
      "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_APPLICATIONNAME";

  private final Map<String, String> database = TestDatabase.fresh();
  private final Sandbox sandbox =
      Sandbox.start(
          RosterYaml.read(Path.of("bot-config", "roster.yaml")), SandboxClock.of(owner(database)));
  private final List<FaultyLink> apiLinks = new ArrayList<>();
  private final List<Replica> all = new ArrayList<>();
  private final FaultyLink balancer;

  private Replicas(List<Map<String, String>> own) {
    Path folder = Path.of("target", "replicas", UUID.randomUUID().toString().substring(0, 8));
    for (int i = 0; i < own.size(); i++) {
      FaultyLink api = FaultyLink.to(sandbox.baseUrl().getPort());
      apiLinks.add(api);
      Path data = folder.resolve("replica-" + i).toAbsolutePath();
      var settings = new HashMap<>(settings(api));
      // So that the database can say whose session it is.
      settings.put(NAME, "replica-" + i);
      settings.putAll(own.get(i));
      all.add(new Replica("replica " + i, freePort(), freePort(), data, settings));
    }
    balancer = FaultyLink.to(all.get(0).port(), all.get(1).port());
    sandbox.callbackAt(callback(balancer.port()));
  }

  /** Starts both, the first alone: it makes the schema. */
  static Replicas start() {
    Replicas replicas = new Replicas(List.of(Map.of(), Map.of()));
    replicas.all.forEach(replica -> replica.start().awaitReady());
    return replicas;
  }

  /** Starts two that each have settings of their own, and may never be ready. */
  static Replicas startWith(Map<String, String> one, Map<String, String> other) {
    Replicas replicas = new Replicas(List.of(one, other));
    replicas.all.forEach(replica -> replica.start().awaitLive());
    return replicas;
  }

  Replica one(int index) {
    return all.get(index);
  }

  List<Replica> all() {
    return List.copyOf(all);
  }

  /** Between that replica and the API of WeCom. */
  FaultyLink apiOf(int index) {
    return apiLinks.get(index);
  }

  /** Between WeCom and the callbacks. */
  FaultyLink balancer() {
    return balancer;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** The callback of a port. */
  static URI callback(int port) {
    return URI.create("http://127.0.0.1:" + port + "/wecom/callback");
  }

  /** A push by hand, straight to that replica. */
  WirePush pushTo(int index) {
    return new WirePush(sandbox.keys().envelope(), callback(one(index).port()));
  }

  /** The rows of a question, each as one text, read as the owner. */
  List<String> read(String sql) {
    try (Connection owner = TestDatabase.asOwner(database);
        var statement = owner.createStatement();
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

  int count(String sql) {
    return Integer.parseInt(read(sql).get(0));
  }

  /** Does as the owner what the service may not; returns how many rows it changed. */
  int run(String sql) {
    try (Connection owner = TestDatabase.asOwner(database);
        var statement = owner.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A session of the test's own, as the owner. */
  Connection asOwner() throws SQLException {
    return TestDatabase.asOwner(database);
  }

  /** Runs an operator's command on the same database. */
  PackagedJar.Ended command(String name) {
    return PackagedJar.run(settings(apiLinks.get(0)), name);
  }

  /** Nothing that was heard while the database was away waits in a replica's own folder. */
  long spooled() {
    return all.stream()
        .map(replica -> replica.data().resolve("spool"))
        .mapToLong(Replicas::files)
        .sum();
  }

  private static long files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".push")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> settings(FaultyLink api) {
    Keys keys = sandbox.keys();
    var settings = new HashMap<>(PackagedJar.asEnvironment(database));
    settings.put("GRIDCASE_WECOM_BASE_URL", "http://127.0.0.1:" + api.port());
    settings.put("GRIDCASE_WECOM_CORP_ID", keys.corpId());
    settings.put("GRIDCASE_WECOM_AGENT_ID", Integer.toString(keys.agentId()));
    settings.put("GRIDCASE_WECOM_SECRET", keys.secret());
    settings.put("GRIDCASE_WECOM_TOKEN", keys.token());
    settings.put("GRIDCASE_WECOM_AES_KEY", keys.aesKey());
    settings.put("GRIDCASE_PUBLIC_URL", "http://127.0.0.1");
    settings.put("GRIDCASE_TIME_MACHINE", "on");
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    return settings;
  }

  private static PGSimpleDataSource owner(Map<String, String> database) {
    var owner = new PGSimpleDataSource();
    owner.setUrl(database.get("quarkus.datasource.jdbc.url"));
    owner.setUser(database.get("quarkus.flyway.username"));
    owner.setPassword(database.get("quarkus.flyway.password"));
    return owner;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    all.forEach(Replica::kill);
    balancer.close();
    apiLinks.forEach(FaultyLink::close);
    sandbox.close();
  }
}
