package cn.gridcase.sandbox;

import cn.gridcase.database.EmbeddedPostgres;
import cn.gridcase.sandbox.clock.LoopBeats;
import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.clock.TimeMachine;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.company.RosterYaml;
import cn.gridcase.sandbox.wire.WeComError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code mvn -Pplay}: the embedded database, the sandbox and the unchanged production jar as its
 * child, until Ctrl-C; with {@code -Dplay=story} or {@code -Dplay=day} a built-in story, and then
 * the end.
 */
public final class Play {
  private static final int SANDBOX_PORT = 8088;
  private static final int SERVICE_PORT = 8080;

  private final EmbeddedPostgres database;
  private final PGSimpleDataSource owner;
  private final Sandbox sandbox;
  private final PlayedService service;

  private Play(Path data) {
    System.out.println("编译好了。正在启动内置数据库… (built; starting the embedded database)");
    this.database = EmbeddedPostgres.start(data);
    this.owner = new PGSimpleDataSource();
    owner.setURL(database.jdbcUrl());
    owner.setUser(database.owner());
    owner.setPassword(database.ownerPassword());
    Path roster = Path.of(environment("GRIDCASE_BOT_CONFIG", "bot-config"), "roster.yaml");
    this.sandbox =
        Sandbox.start(
            RosterYaml.read(roster),
            SandboxClock.of(owner),
            Keys.random(),
            FreePort.preferring(SANDBOX_PORT));
    int wanted = Integer.parseInt(environment("QUARKUS_HTTP_PORT", "" + SERVICE_PORT));
    this.service = new PlayedService(FreePort.preferring(wanted), data);
  }

  /**
   * The thread that runs this must not end before the program does: where the children die with
   * their parent, it is this thread they watch.
   */
  public static void main(String[] arguments) throws InterruptedException {
    Play play = new Play(Path.of(environment("GRIDCASE_DATA", "target/play-data")));
    var stop = new Thread(play::stop, "play-stops");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      play.begin();
    } catch (IllegalStateException e) {
      System.out.println("没有跑起来：" + e.getMessage());
      System.exit(1);
    }
    String story = System.getProperty("play", "");
    if (story.equals("story")) {
      System.exit(play.tells(teller -> "故事讲完了：案件 " + play.story(teller) + " 已结案。") ? 0 : 1);
    }
    if (story.equals("day")) {
      System.exit(play.tells(play::day) ? 0 : 1);
    }
    play.sayWhereToLook();
    new CountDownLatch(1).await();
  }

  private void begin() {
    System.out.println("正在启动服务，一般十几秒… (starting the service)");
    service.start(sandbox, database);
    service.awaitReady();
    // The service has made its tables by now.
    new TimeMachine(owner, () -> {}).install();
    URI callback = service.address().resolve("/wecom/callback");
    sandbox.app().setTrustedDomain(service.address().getAuthority());
    var beats = new LoopBeats(owner);
    sandbox.winds(new TimeMachine(owner, beats)).loops(beats).patience(Duration.ofSeconds(20));
    if (!Patience.of(Duration.ofSeconds(30)).until(() -> accepts(callback), () -> {})) {
      throw new IllegalStateException("回调地址一直没有通过验证：" + callback);
    }
  }

  /** The first answer of a cold service may take longer than the console waits: one saves again. */
  private boolean accepts(URI callback) {
    try {
      sandbox.savesCallback(callback);
      return true;
    } catch (WeComError tooSlow) {
      return false;
    }
  }

  private String story(Consumer<String> teller) {
    return new Story(sandbox, teller).play();
  }

  private String day(Consumer<String> teller) {
    new Day(sandbox, teller).play();
    return "一天过完了，十二件都算进了第二天的简报。";
  }

  private boolean tells(Function<Consumer<String>, String> story) {
    try {
      var step = new AtomicInteger();
      Consumer<String> teller =
          sentence -> System.out.println("第 " + step.incrementAndGet() + " 步　" + sentence);
      System.out.println(story.apply(teller));
      return true;
    } catch (AssertionError | RuntimeException e) {
      System.out.println("故事没有讲完：" + e.getMessage());
      System.out.println("接口上的违规：" + sandbox.violations());
      System.out.println("服务的日志：" + service.log().toAbsolutePath());
      return false;
    }
  }

  private void sayWhereToLook() {
    System.out.println(
        """

        ──────────────────────────────────────────────
        城市管理机器人已经跑起来了。

          打开沙箱：  %s
          服务地址：  %s
          服务日志：  %s

        先点什么：在“%s”的手机上发一句话、一张照片、一个位置，顺序不限；
        停几秒，它们汇成一张卡片，按“上报”；再到派遣员的手机上按“派遣”。
        也可以直接按“播放内置故事”（约半分钟）或“过一天”（约四分钟）。

        按 Ctrl-C 结束。
        ──────────────────────────────────────────────
        """
            .formatted(
                sandbox.baseUrl().resolve("/sandbox"),
                service.address(),
                service.log().toAbsolutePath(),
                sandbox.chatsOf("网格员").get(0).member().name()));
  }

  /** The child first, then what it uses. */
  private void stop() {
    service.stop();
    sandbox.close();
    database.close();
  }

  private static String environment(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).filter(it -> !it.isBlank()).orElse(otherwise);
  }
}
