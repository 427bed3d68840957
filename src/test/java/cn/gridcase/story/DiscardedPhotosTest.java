package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.photos.DevelopedPhoto;
import cn.gridcase.photos.PhotoClaim;
import cn.gridcase.photos.PhotoStore;
import cn.gridcase.photos.Photos;
import cn.gridcase.photos.Pictures;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos of what was given up leave after a month, row and bytes; evidence never does. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class DiscardedPhotosTest {
  private static int pictures = 5_000;

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat worker = sandbox.chat("李梅");
  private final byte[] picture = Pictures.photo(90, 60, pictures++);

  @Inject Photos photos;
  @Inject PhotoStore store;

  @BeforeEach
  void nothingIsDrafted() {
    worker.says("算了");
    Town.runLoops();
  }

  @Test
  void aDroppedDraftsPhotoLeavesAfterAMonthAndNotBefore() {
    worker.sendsPhoto("photo.jpg", picture);
    Town.runLoops();
    String row = newest();
    List<String> keys = keys(row);
    assertEquals(3, keys.size());
    worker.says("算了");

    wasDiscarded(row, "29 days");
    sandbox.passTime(Duration.ofHours(2));
    assertEquals(keys, keys(row));

    wasDiscarded(row, "30 days");
    sandbox.passTime(Duration.ofHours(2));
    assertEquals(List.of(), keys(row));
    keys.forEach(key -> assertFalse(store.holds(key), key));
  }

  @Test
  void bytesThatAreEvidenceElsewhereStay() {
    worker.sendsPhoto("photo.jpg", picture);
    Town.runLoops();
    String dropped = newest();
    List<String> keys = keys(dropped);
    worker.says("算了");
    worker.sendsPhoto("photo.jpg", picture).says("台湖村消防通道堆了砖头").says("上报");
    Town.runLoops();
    String filed = newest();
    assertEquals(keys, keys(filed));

    wasDiscarded(dropped, "31 days");
    sandbox.passTime(Duration.ofHours(2));

    assertEquals(List.of(), keys(dropped));
    assertEquals(keys, keys(filed));
    keys.forEach(key -> assertTrue(store.holds(key), key));
  }

  @Test
  void whatAColleagueHadNotHandedInIsGivenUpWithTheResult() {
    String number = journey.dispatched("李梅", "台湖村消防通道堆满沙袋", "消防站");
    sandbox.chat("冯涛").says("签收 " + number).sendsPhoto("photo.jpg", picture);
    sandbox.chat("孙伟").says("反馈 " + number + " 已清走").says("提交 " + number + " 已清理恢复");
    Town.runLoops();

    assertEquals(
        List.of("t"),
        Town.read(
            "SELECT discarded_at IS NOT NULL FROM photo WHERE subject = '" + number + " fengtao'"));
  }

  @Test
  void whileABackupReadsNothingIsErased() throws SQLException {
    worker.sendsPhoto("photo.jpg", picture);
    Town.runLoops();
    String row = newest();
    worker.says("算了");
    wasDiscarded(row, "31 days");
    try (Connection backup = Town.owner().getConnection();
        Statement sql = backup.createStatement()) {
      backup.setAutoCommit(false);
      sql.execute("LOCK TABLE photo IN ACCESS SHARE MODE");
      sandbox.passTime(Duration.ofHours(2));
      assertEquals(3, keys(row).size());
      backup.rollback();
    }
    sandbox.passTime(Duration.ofMinutes(2));
    assertEquals(List.of(), keys(row));
  }

  @Test
  void bytesErasedBetweenKeepingAndWritingDownAreFetchedAgain() {
    String subject = "草稿 " + picture.length;
    Instant now = Instant.parse("2026-11-28T00:00:00Z");
    QuarkusTransaction.requiringNew().run(() -> photos.promised("limei", "none", subject, now));
    PhotoClaim claim = QuarkusTransaction.requiringNew().call(photos::claim).orElseThrow();
    DevelopedPhoto developed = DevelopedPhoto.of(picture, ZoneOffset.UTC, store);
    store.erase(developed.thumbnail());

    assertThrows(
        IllegalStateException.class,
        () -> QuarkusTransaction.requiringNew().run(() -> photos.fetched(claim, developed, now)));
    assertEquals(
        List.of("WAITING"), Town.read("SELECT state FROM photo WHERE id = '" + claim.id() + "'"));
    Town.run("DELETE FROM photo WHERE id = '" + claim.id() + "'");
  }

  private static String newest() {
    return Town.read("SELECT id FROM photo ORDER BY told_at DESC LIMIT 1").get(0);
  }

  private static List<String> keys(String row) {
    return Town.read(
        "SELECT unnest(ARRAY[original, large, thumbnail]) FROM photo WHERE id = '" + row + "'");
  }

  private static void wasDiscarded(String row, String ago) {
    Town.run(
        "UPDATE photo SET discarded_at = service_now() - interval '%s' WHERE id = '%s'"
            .formatted(ago, row));
  }
}
