package cn.gridcase.bench;

import cn.gridcase.sandbox.company.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long an answer takes at a steady rate while WeCom is there, refuses connections, or hangs:
 * many people report, look up and drop by words, some press 上报. The loops are on.
 */
final class AnswersBench {
  private static final int PER_SECOND = Integer.getInteger("rate", 300);
  private static final int SECONDS = Integer.getInteger("seconds", 30);
  private static final int WARMING_SECONDS = 20;

  /** One press of 上报 among so many. */
  private static final int A_PRESS_IN = 60;

  private static final List<String> SAID = List.of("台湖村口消防通道被三轮车堵住了", "帮助", "现在还堵着，进不去", "不是这个");

  private final Keys keys = Keys.random();
  private int turn;

  void run() throws Exception {
    try (StubWeCom wecom = new StubWeCom();
        BenchDatabase database = BenchDatabase.fresh();
        BenchService service = BenchService.start(database, keys, wecom.port(), Map.of())) {
      phase("warming up", wecom, database, service, WARMING_SECONDS);
      phase("WeCom up", wecom, database, service, SECONDS);
      wecom.refuse();
      phase("WeCom refuses connections", wecom, database, service, SECONDS);
      wecom.listen();
      phase("WeCom up again", wecom, database, service, SECONDS);
      wecom.hang(true);
      phase("WeCom hangs", wecom, database, service, SECONDS);
      wecom.hang(false);
      phase("WeCom up at last", wecom, database, service, SECONDS);
    }
  }

  private void phase(
      String name, StubWeCom wecom, BenchDatabase database, BenchService service, int seconds)
      throws Exception {
    List<byte[]> requests = requests(new Drafts(database, service, keys), seconds * PER_SECOND);
    long sent = wecom.sent();
    OpenLoad.Answers answers = new OpenLoad(service, PER_SECOND).send(requests);
    List<Double> millis = answers.millis();
    System.out.printf(
        Locale.ROOT,
        "%-26s %6d answers at %d/s: p50 %6.1f ms, p99 %6.1f ms, max %6.1f ms; %d failed; sent %d%n",
        name,
        millis.size(),
        PER_SECOND,
        Figures.percentile(millis, 0.5),
        Figures.percentile(millis, 0.99),
        Figures.percentile(millis, 1),
        answers.failed(),
        wecom.sent() - sent);
  }

  /** Those who press have their drafts beforehand; all others speak, each in turn. */
  private List<byte[]> requests(Drafts drafts, int many) throws Exception {
    List<String> people = BenchTown.workers();
    int presses = many / A_PRESS_IN;
    List<Drafts.Waiting> waiting = drafts.prepared(people.subList(0, presses));
    List<String> talkers = people.subList(presses, people.size());
    var xml = new PushXml(keys);
    var requests = new ArrayList<byte[]>();
    int pressed = 0;
    for (int i = 0; i < many; i++) {
      if (i % A_PRESS_IN == 0 && pressed < waiting.size()) {
        requests.add(drafts.press(waiting.get(pressed++)));
      } else {
        String who = talkers.get(turn % talkers.size());
        String words = SAID.get(turn / talkers.size() % SAID.size());
        requests.add(SealedPush.of(keys, xml.text(who, words)).request());
        turn++;
      }
    }
    return requests;
  }
}
