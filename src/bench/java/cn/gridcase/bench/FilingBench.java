package cn.gridcase.bench;

import cn.gridcase.sandbox.company.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 上报 pressed, over HTTP into the jar that ships, against {@link BareFiling} on the same database,
 * round by round in turn. Drafts and cards are there beforehand, and the loops are off: what is
 * measured is the answer, not the sending that follows it.
 */
final class FilingBench {
  private static final List<Integer> CLIENTS = List.of(1, 8, 32);
  private static final int A_ROUND = 600;
  private static final int WARMING = 6;
  private static final int ROUNDS = Integer.getInteger("rounds", 7);

  /** Nobody listens there, and nothing is sent. */
  private static final int NO_WECOM = 9;

  private final Keys keys = Keys.random();

  /** Presses per second in one round. */
  private record Round(double product, double floor) {}

  void run() throws Exception {
    try (BenchDatabase database = BenchDatabase.fresh();
        BenchService service =
            BenchService.start(database, keys, NO_WECOM, Map.of("GRIDCASE_LOOPS", "off"))) {
      var drafts = new Drafts(database, service, keys);
      for (int i = 0; i < WARMING; i++) {
        product(drafts, 8);
      }
      FilingSample sample = FilingSample.read(database);
      floor(drafts, sample, 8);
      compareRows(drafts, sample);
      for (int clients : CLIENTS) {
        measure(drafts, sample, clients);
      }
    }
  }

  private static void compareRows(Drafts drafts, FilingSample sample) throws Exception {
    List<Drafts.Waiting> one = drafts.prepared(people());
    RowsWritten start = RowsWritten.settled(drafts.database());
    press(drafts, one, 8);
    RowsWritten pressed = RowsWritten.settled(drafts.database());
    List<Drafts.Waiting> other = drafts.prepared(people());
    RowsWritten prepared = RowsWritten.settled(drafts.database());
    bare(drafts, sample, other, 8);
    RowsWritten bare = RowsWritten.settled(drafts.database());
    System.out.println("rows a press, service: " + pressed.since(start, A_ROUND));
    System.out.println("rows a press, floor:   " + bare.since(prepared, A_ROUND));
  }

  private static void measure(Drafts drafts, FilingSample sample, int clients) throws Exception {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i <= ROUNDS; i++) {
      boolean productFirst = i % 2 == 0;
      double product = productFirst ? product(drafts, clients) : 0;
      double floor = floor(drafts, sample, clients);
      var round = new Round(productFirst ? product : product(drafts, clients), floor);
      // The first round at this many clients warms up.
      if (i > 0) {
        rounds.add(round);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%2d clients: service %5.0f/s, floor %5.0f/s, ratio %.2f (rounds %s)%n",
        clients,
        Figures.median(rounds.stream().map(Round::product).toList()),
        Figures.median(rounds.stream().map(Round::floor).toList()),
        Figures.median(rounds.stream().map(it -> it.product() / it.floor()).toList()),
        rounds.stream()
            .map(it -> String.format(Locale.ROOT, "%.2f", it.product() / it.floor()))
            .toList());
  }

  private static double product(Drafts drafts, int clients) throws Exception {
    return press(drafts, drafts.prepared(people()), clients);
  }

  private static double floor(Drafts drafts, FilingSample sample, int clients) throws Exception {
    return bare(drafts, sample, drafts.prepared(people()), clients);
  }

  private static double press(Drafts drafts, List<Drafts.Waiting> waiting, int clients)
      throws Exception {
    List<byte[]> presses = waiting.stream().map(drafts::press).toList();
    return Clients.perSecond(clients, presses, Callers.of(drafts.service()));
  }

  private static double bare(
      Drafts drafts, FilingSample sample, List<Drafts.Waiting> waiting, int clients)
      throws Exception {
    return Clients.perSecond(
        clients, waiting, () -> new BareFiling(drafts.database().asService(), sample));
  }

  private static List<String> people() {
    return BenchTown.workers().subList(0, A_ROUND);
  }
}
