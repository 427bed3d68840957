package cn.gridcase.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.time.ServiceClock;
import cn.gridcase.wecom.StubWeCom;
import cn.gridcase.wecom.StubWeComAndDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RelayNudgeTest.LoopsOn.class)
@WithTestResource(StubWeComAndDatabase.class)
class RelayNudgeTest {
  /** The tick is off: only the nudge can send. */
  public static final class LoopsOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("gridcase.loops", "on", "quarkus.scheduler.enabled", "false");
    }
  }

  @SuppressWarnings("NullAway.Init") // given by the test resource
  StubWeCom weCom;

  @Inject Outbox outbox;
  @Inject ServiceClock clock;
  @Inject OwnedDatabase database;

  @BeforeEach
  void startEmpty() {
    weCom.reset();
    database.empty();
  }

  @Test
  void aCommittedPromiseIsSentWithoutWaitingForTheTick() {
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.post(NewMessage.text("wang", "case", "已立案", clock.now())));
    assertTrue(seen("wang"));
    assertEquals(List.of("已立案"), weCom.texts("wang"));
  }

  private boolean seen(String person) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (weCom.texts(person).isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return !weCom.texts(person).isEmpty();
  }
}
