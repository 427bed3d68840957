package cn.gridcase.sandbox;

import cn.gridcase.sandbox.api.Api;
import cn.gridcase.sandbox.api.ApiDoor;
import cn.gridcase.sandbox.api.ApiFaults;
import cn.gridcase.sandbox.api.AuthorizeDoor;
import cn.gridcase.sandbox.api.Http;
import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.clock.TimeMachine;
import cn.gridcase.sandbox.company.App;
import cn.gridcase.sandbox.company.Company;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.company.World;
import cn.gridcase.sandbox.page.EventStream;
import cn.gridcase.sandbox.page.PageActions;
import cn.gridcase.sandbox.page.PageDoor;
import cn.gridcase.sandbox.push.Members;
import cn.gridcase.sandbox.push.PushEngine;
import cn.gridcase.sandbox.push.PushFaults;
import cn.gridcase.sandbox.wire.Ledger;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * 沙箱: a stand-in for WeCom on this machine, strict where the real one is, and the hands that drive
 * its members in a test.
 */
public final class Sandbox implements AutoCloseable {
  static {
    // Without it every small answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final Api api;
  private final PushEngine engine;
  private final Members members;
  private final EventStream events;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Sandbox::daemon);
  private volatile Optional<TimeMachine> machine = Optional.empty();
  private volatile Runnable loops = () -> {};
  private volatile Duration patience = Duration.ofSeconds(2);

  private Sandbox(World world, int port) throws IOException {
    this.world = world;
    this.api = new Api(world);
    this.engine = new PushEngine(world);
    this.members = new Members(world, engine);
    this.events = new EventStream(world);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/cgi-bin/", new ApiDoor(world, api));
    server.createContext("/connect/oauth2/authorize", new AuthorizeDoor(api));
    var actions = new PageActions(world, members, this::windTo, this::playStory, this::playDay);
    server.createContext("/sandbox", new PageDoor(world, actions, events));
    server.start();
  }

  /** On a free port, with new random keys. */
  public static Sandbox start(Company company, SandboxClock clock) {
    return start(company, clock, Keys.random(), 0);
  }

  /** On a given port; 0 is a free one. */
  public static Sandbox start(Company company, SandboxClock clock, Keys keys, int port) {
    try {
      return new Sandbox(World.of(company, keys, clock), port);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " of the loopback cannot be had", e);
    }
  }

  /** Where the API is: the service's base URL. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Where browsers sign in. */
  public URI authorizeUrl() {
    return baseUrl().resolve("/connect/oauth2/authorize");
  }

  /** Ids, secrets, token and key to give to the service. */
  public Keys keys() {
    return world.keys();
  }

  public Company company() {
    return world.company();
  }

  /** The console's switches. */
  public App app() {
    return world.app();
  }

  public Ledger ledger() {
    return world.ledger();
  }

  /** What the service did that the real platform would not understand. */
  public List<String> violations() {
    return ledger().violations();
  }

  /** Scripted faults of the API. */
  public ApiFaults apiFaults() {
    return api.faults();
  }

  /** Every access token dies now; the next use says 40014 or 42001. */
  public void killTokens(int code) {
    api.tokens().killAll(code);
  }

  /** Scripted faults of the pushes. */
  public PushFaults pushFaults() {
    return engine.faults();
  }

  /** A file with WeCom, as if somebody had just sent it; returns its media id. */
  public String holdsFile(String fileName, byte[] bytes) {
    return world.media().add("image", fileName, "image/jpeg", bytes, now()).id();
  }

  /** The way pushes take. */
  public PushEngine pushes() {
    return engine;
  }

  /** Sets the callback without asking it. */
  public Sandbox callbackAt(URI callback) {
    world.app().setCallback(callback);
    return this;
  }

  /** Saves the callback as the console does: it must answer its verification. */
  public Sandbox savesCallback(URI callback) {
    engine.saveCallback(callback);
    return this;
  }

  /** Lets every loop of the service run a cycle; done while waiting for something to be heard. */
  public Sandbox loops(Runnable cycle) {
    this.loops = cycle;
    return this;
  }

  /** With what time is wound. */
  public Sandbox winds(TimeMachine timeMachine) {
    this.machine = Optional.of(timeMachine);
    return this;
  }

  /** How long is waited for something to be heard. */
  public Sandbox patience(Duration time) {
    this.patience = time;
    return this;
  }

  /** 拨表: lets time pass, halting wherever something comes due; returns the number of halts. */
  public int passTime(Duration time) {
    return windTo(now().plus(time));
  }

  /** Walks the clock to that instant; returns the number of halts. */
  public int windTo(Instant target) {
    int steps =
        machine
            .orElseThrow(() -> new IllegalStateException("no time machine was given"))
            .walkTo(target);
    events.clock();
    return steps;
  }

  public Instant now() {
    return world.clock().now();
  }

  /** The conversation of one member, by userid or by name. */
  public Chat chat(String useridOrName) {
    Member member =
        world
            .company()
            .known(useridOrName)
            .orElseThrow(() -> new IllegalArgumentException("nobody is called " + useridOrName));
    return new Chat(this, member, world, members);
  }

  /** Everybody of a role, in the roster's order. */
  public List<Chat> chatsOf(String role) {
    return world.company().members().stream()
        .filter(member -> member.role().equals(role))
        .map(member -> chat(member.userid()))
        .toList();
  }

  /**
   * A browser signs in as that member, or as an outsider where the userid is empty; returns the
   * address it is sent back to.
   */
  public URI signsIn(URI authorize, String userid) {
    return URI.create(api.signIn().authorize(Http.query(authorize.getRawQuery()), userid));
  }

  /** Runs the loops and asks again until it holds or patience ends; says whether it held. */
  boolean eventually(BooleanSupplier holds) {
    return Patience.of(patience).until(holds, loops);
  }

  private void playStory() {
    threads.execute(
        new StoryOnPage(events, teller -> "故事讲完了：案件 " + new Story(this, teller).play() + " 已结案"));
  }

  private void playDay() {
    threads.execute(
        new StoryOnPage(
            events,
            teller -> {
              new Day(this, teller).play();
              return "一天过完了，十二件都算进了第二天的简报：在何岚的手机上";
            }));
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    api.faults().clear();
    server.stop(0);
    threads.shutdownNow();
  }
}
