package cn.gridcase.wecom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.gridcase.database.Database;
import cn.gridcase.outbox.OutboxRelay;
import cn.gridcase.outbox.OwnedDatabase;
import cn.gridcase.outbox.Replicas;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StubWeComAndDatabase.class)
class TokenKeeperTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Database shared;
  @Inject WeComApp app;
  @Inject OwnedDatabase database;
  @Inject Replicas replicas;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  /** Case 27. */
  @Test
  void twentyWorkersOfTwoReplicasAskForOneToken() {
    TokenKeeper one = replica();
    TokenKeeper two = replica();
    assertEquals(List.of("token-1"), together(one, two, TokenKeeper::token));
    assertEquals(1, weCom.tokensAsked());

    weCom.killToken();
    assertEquals(List.of("token-2"), together(one, two, keeper -> keeper.replace("token-1")));
    assertEquals(2, weCom.tokensAsked());
  }

  @Test
  void aTokenThatDiedIsReplacedOnlyIfItIsStillTheOneInForce() {
    TokenKeeper keeper = replica();
    keeper.token();
    assertEquals("token-2", keeper.replace("token-1"));
    assertEquals("token-2", keeper.replace("token-1"));
    assertEquals("token-2", keeper.token());
    assertEquals(2, weCom.tokensAsked());
  }

  /** Case 28. */
  @Test
  void aShorterLifeIsBelieved() {
    weCom.tokenLives(600);
    TokenKeeper keeper = replica();
    keeper.token();
    database.ahead("7 minutes");
    assertEquals("token-1", keeper.token());
    database.ahead("9 minutes");
    assertEquals("token-2", keeper.token());
  }

  /** Case 28. */
  @Test
  void aTokenIsReplacedAtFourFifthsOfItsLife() {
    TokenKeeper keeper = replica();
    keeper.token();
    database.ahead("95 minutes");
    assertEquals("token-1", keeper.token());
    database.ahead("97 minutes");
    assertEquals("token-2", keeper.token());
  }

  @Test
  void anAgingTokenIsUsedOnWhileNoNewOneIsToBeHad() {
    TokenKeeper keeper = replica();
    keeper.token();
    database.ahead("97 minutes");
    weCom.changeSecret("another");
    assertEquals("token-1", keeper.token());
    assertEquals("token-1", keeper.token());
    assertEquals(2, weCom.tokensAsked());
  }

  @Test
  void aWrongSecretIsTriedOnceAndNotInALoop() {
    weCom.changeSecret("another");
    TokenKeeper keeper = replica();
    for (int n = 0; n < 20; n++) {
      NoToken refused = assertThrows(NoToken.class, keeper::token);
      assertEquals("gettoken 40001 invalid credential", refused.getMessage());
    }
    assertEquals(1, weCom.tokensAsked());
  }

  /** Case 27. */
  @Test
  void whoLostTheLeaseNeverOverwritesANewerToken() {
    TokenSource slow =
        new TokenSource(app) {
          @Override
          Token ask() {
            Token late = super.ask();
            database.run("UPDATE wecom_token SET token = 'newer', lease = gen_random_uuid()");
            return late;
          }
        };
    assertEquals("newer", new TokenKeeper(shared, app, slow).token());
    assertEquals(List.of("newer"), database.read("SELECT token FROM wecom_token"));
    assertEquals(1, weCom.tokensAsked());
  }

  @Test
  void aLeaseOfADeadReplicaRunsOut() {
    replica().token();
    database.run(
        "UPDATE wecom_token SET lease = gen_random_uuid(), lease_until = clock_timestamp()"
            + " + interval '300 ms'");
    assertEquals("token-2", replica().replace("token-1"));
  }

  /** Case 27. */
  @Test
  void whenTheTokenOfTwoReplicasDiesEveryMessageIsSentOnceAndOneTokenAskedFor() {
    OutboxRelay one = replicas.relay(sender(replica()));
    OutboxRelay two = replicas.relay(sender(replica()));
    replicas.post("wang", "case", "一");
    one.cycle();
    weCom.killToken();
    for (int person = 0; person < 40; person++) {
      replicas.post("p" + person, "case", "已立案");
    }
    Replicas.cycle(one, two);
    Replicas.end(one, two);
    assertEquals(2, weCom.tokensAsked());
    assertEquals(41, weCom.delivered().size());
    assertEquals(
        List.of("SENT"), database.read("SELECT DISTINCT state FROM outbox WHERE faults = 0"));
  }

  /** Case 28. */
  @Test
  void whileTokensAreLimitedNobodyAsksAndTheMessageWaits() {
    weCom.refuseTokens(45009);
    OutboxRelay relay = replicas.relay(sender(replica()));
    replicas.post("wang", "case", "一");
    relay.cycle();
    relay.cycle();
    Replicas.end(relay);
    assertEquals(1, weCom.tokensAsked());
    assertEquals(List.of(), weCom.requests());
    assertEquals(List.of("PENDING"), database.states());
    assertEquals(List.of("LIMITED"), database.read("SELECT trouble FROM wire_circuit"));

    weCom.refuseTokens(0);
    database.waited();
    OutboxRelay later = replicas.relay(sender(replica()));
    later.cycle();
    Replicas.end(later);
    assertEquals(List.of("一"), weCom.texts("wang"));
  }

  private WeComSender sender(TokenKeeper keeper) {
    return new WeComSender(app, new WeComApi(app, keeper), keeper);
  }

  private TokenKeeper replica() {
    return new TokenKeeper(shared, app, new TokenSource(app));
  }

  /** What ten workers of each got, without repeats. */
  private static List<String> together(
      TokenKeeper one, TokenKeeper two, Function<TokenKeeper, String> work) {
    ExecutorService workers = Executors.newFixedThreadPool(20);
    try {
      return IntStream.range(0, 20)
          .mapToObj(n -> n % 2 == 0 ? one : two)
          .map(keeper -> CompletableFuture.supplyAsync(() -> work.apply(keeper), workers))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .distinct()
          .toList();
    } finally {
      workers.shutdown();
    }
  }
}
