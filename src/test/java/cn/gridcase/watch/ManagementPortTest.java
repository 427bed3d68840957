package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.story.TownSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see is not on the port that the world reaches. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ManagementPortTest {
  @ConfigProperty(name = "quarkus.http.test-port")
  int publicPort;

  @ConfigProperty(name = "quarkus.management.test-port")
  int managementPort;

  @SuppressWarnings("NullAway.Init") // given by the configuration
  @ConfigProperty(name = "quarkus.management.host")
  String managementHost;

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics"})
  void healthAndMetricsAreOnTheManagementPortAlone(String path) {
    assertNotEquals(publicPort, managementPort);
    assertEquals(200, Management.get(managementPort, path).statusCode());
    assertEquals(404, Management.get(publicPort, path).statusCode());
  }

  @Test
  void theManagementPortIsOfThisMachineAndNotTheCallback() {
    assertEquals("127.0.0.1", managementHost);
    assertEquals(404, Management.get(managementPort, "/wecom/callback").statusCode());
    assertTrue(
        Management.get(managementPort, "/q/metrics").body().contains("jvm_memory_used_bytes"));
  }
}
