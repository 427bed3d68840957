package cn.gridcase.bench;

import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.clock.SandboxClock;
import cn.gridcase.sandbox.company.Keys;
import cn.gridcase.sandbox.company.RosterYaml;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** What a phone on a slow network has to wait for, page by page, when it knows none of them yet. */
final class PagesBench {
  private static final int GOES = Integer.getInteger("goes", 7);

  void run() throws Exception {
    try (BenchDatabase database = BenchDatabase.fresh();
        Sandbox sandbox = sandbox(database)) {
      Map<String, String> signIn =
          Map.of("GRIDCASE_WECOM_AUTHORIZE_URL", sandbox.authorizeUrl().toString());
      int wecom = sandbox.baseUrl().getPort();
      try (var service = BenchService.start(database, sandbox.keys(), wecom, signIn);
          var phone = new SlowPhone(service.address())) {
        sandbox.app().setTrustedDomain(service.address().getAuthority());
        URI callback = service.address().resolve("/wecom/callback");
        sandbox.savesCallback(callback).patience(Duration.ofSeconds(20));
        String number = new PagesTown(sandbox, database).reworked();
        phone.signsIn("王芳");
        for (String page : List.of("/case/" + number, "/todo", "/queue", "/me")) {
          measure(page, phone);
        }
      }
    }
  }

  private static void measure(String page, SlowPhone phone) {
    phone.visits(page);
    List<SlowPhone.Visit> visits = Stream.generate(() -> phone.visits(page)).limit(GOES).toList();
    System.out.printf(
        Locale.ROOT,
        "%-20s first paint %4.0f ms (%4.0f to %4.0f); %5.1f KB; %.0f pictures, %5.1f KB%n",
        page,
        at(0.5, visits, SlowPhone.Visit::paint),
        at(0, visits, SlowPhone.Visit::paint),
        at(1, visits, SlowPhone.Visit::paint),
        at(1, visits, SlowPhone.Visit::bytes) / 1024,
        at(1, visits, SlowPhone.Visit::pictures),
        at(1, visits, SlowPhone.Visit::pictureBytes) / 1024);
  }

  private static double at(
      double share, List<SlowPhone.Visit> visits, ToDoubleFunction<SlowPhone.Visit> figure) {
    return Figures.percentile(visits.stream().map(figure::applyAsDouble).toList(), share);
  }

  private static Sandbox sandbox(BenchDatabase database) {
    var owner = new PGSimpleDataSource();
    owner.setURL(database.url());
    owner.setUser(database.server().owner());
    owner.setPassword(database.server().ownerPassword());
    var company = RosterYaml.read(Path.of("bot-config", "roster.yaml"));
    return Sandbox.start(company, SandboxClock.of(owner), Keys.random(), 0);
  }
}
