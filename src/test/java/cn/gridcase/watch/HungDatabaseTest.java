package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.FaultyLink;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DistantDatabase.class)
class HungDatabaseTest {
  @SuppressWarnings("NullAway.Init") // given by the test resource
  FaultyLink link;

  @ConfigProperty(name = "quarkus.management.test-port")
  int port;

  @AfterEach
  void mend() {
    link.mend();
  }

  @Test
  void aDatabaseThatHangsIsToldWithinTheMonitorsPatience() {
    assertEquals(200, Management.get(port, "/q/health/ready").statusCode());

    link.hang();
    var answer = Management.get(port, "/q/health/ready");
    var again = Management.get(port, "/q/health/ready");

    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals(503, again.statusCode(), again.body());
    assertTrue(link.held() > 0, "the database was asked and did not answer");
    assertEquals(200, Management.get(port, "/q/health/live").statusCode());

    link.mend();
    while (Management.get(port, "/q/health/ready").statusCode() != 200) {
      Thread.onSpinWait();
    }
  }
}
