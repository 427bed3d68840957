package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.outbox.OwnedDatabase;
import cn.gridcase.story.TownSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TownSettings.class)
class GaugesTest {
  @ConfigProperty(name = "quarkus.management.test-port")
  int managementPort;

  @ConfigProperty(name = "quarkus.http.test-port")
  int publicPort;

  @Inject Gauges gauges;
  @Inject OwnedDatabase database;

  @Test
  void whatTheWireOwesIsShownWithoutSayingToWhom() {
    database.run("DELETE FROM inbox WHERE state IN ('RETRY', 'PARKED')");
    database.run("UPDATE outbox SET state = 'EXPIRED', finished_at = now() WHERE state <> 'SENT'");
    database.run(
        "INSERT INTO inbox (key, sender, type, xml, received_at, state, reply) SELECT 'k' || n,"
            + " 'helan', 'text', '', service_now(), CASE n WHEN 1 THEN 'PARKED' ELSE 'RETRY' END,"
            + " '' FROM generate_series(1, 3) n");
    database.run(
        "INSERT INTO outbox (recipient, about, kind, payload, posted_at, not_before, state)"
            + " SELECT 'helan', 'case', 'TEXT', '您好', service_now(),"
            + " service_now() - interval '100 seconds', s"
            + " FROM unnest(ARRAY['PENDING', 'PENDING', 'PARKED', 'SENT']) s");

    database.run("UPDATE photo SET state = 'REFUSED' WHERE state IN ('WAITING', 'LOST')");
    database.run(
        "INSERT INTO photo (id, subject, sender, media_id, told_at, state, due_at)"
            + " SELECT gen_random_uuid(), 'case', 'helan', 'm', service_now(), s, 'infinity'"
            + " FROM unnest(ARRAY['WAITING', 'WAITING', 'LOST']) s");

    database.run("UPDATE unattended_look SET owner = 3, wake_up = 4");

    gauges.refresh();

    String metrics = metrics();
    assertEquals(3, value(metrics, "gridcase_cases_unattended{missing=\"owner\"}"));
    assertEquals(4, value(metrics, "gridcase_cases_unattended{missing=\"wake_up\"}"));
    assertEquals(2, value(metrics, "gridcase_inbox_rows{state=\"retry\"}"));
    assertEquals(1, value(metrics, "gridcase_inbox_rows{state=\"parked\"}"));
    assertEquals(2, value(metrics, "gridcase_outbox_rows{state=\"pending\"}"));
    assertEquals(0, value(metrics, "gridcase_outbox_rows{state=\"ambiguous\"}"));
    assertEquals(1, value(metrics, "gridcase_outbox_rows{state=\"parked\"}"));
    assertEquals(2, value(metrics, "gridcase_photos{state=\"waiting\"}"));
    assertEquals(1, value(metrics, "gridcase_photos{state=\"lost\"}"));
    assertTrue(value(metrics, "gridcase_outbox_oldest_due_seconds") >= 100, metrics);
    assertEquals(0, value(metrics, "gridcase_clock_skew_seconds"));
    assertFalse(metrics.contains("helan") || metrics.contains("您好"), metrics);
  }

  @Test
  void rejectedCallbacksAreCountedByReasonAndOutcome() {
    assertEquals(403, Management.get(publicPort, "/wecom/callback?echostr=x").statusCode());

    String metrics = metrics();
    assertTrue(value(metrics, "gridcase_callback_seconds_count{outcome=\"rejected\"}") >= 1);
    List<String> reasons =
        metrics
            .lines()
            .filter(line -> line.startsWith("gridcase_callback_rejected_total"))
            .toList();
    assertTrue(reasons.stream().anyMatch(line -> !line.endsWith(" 0.0")), reasons.toString());
    assertTrue(reasons.size() > 3, reasons.toString());
  }

  private String metrics() {
    return Management.get(managementPort, "/q/metrics").body();
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in\n" + metrics));
  }
}
