package cn.gridcase.story;

import static cn.gridcase.photos.Photo.State.FETCHED;
import static cn.gridcase.photos.Photo.State.LOST;
import static cn.gridcase.photos.Photo.State.REFUSED;
import static cn.gridcase.photos.Photo.State.WAITING;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.photos.ExifPlace;
import cn.gridcase.photos.Photo;
import cn.gridcase.photos.PhotoClaim;
import cn.gridcase.photos.PhotoStore;
import cn.gridcase.photos.Photos;
import cn.gridcase.photos.Pictures;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.api.ApiFault;
import cn.gridcase.time.Loop;
import cn.gridcase.time.ServiceClock;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A photo is fetched once, in time, and shown without what the camera noted; or its sender hears.
 */
@QuarkusTest
@WithTestResource(TownSettings.class)
class PhotoTest {
  private static final String GET = "media/get";
  private static final Duration LIFE = Duration.ofDays(3);

  @Inject Photos photos;
  @Inject PhotoStore store;
  @Inject PhotosHeard heard;
  @Inject ServiceClock clock;

  private final Sandbox sandbox = Town.sandbox();
  private final Chat worker = sandbox.chat("刘建国");
  private final String subject = UUID.randomUUID().toString();

  @BeforeEach
  void nobodyWasSentAnythingForAWhile() {
    sandbox.passTime(Duration.ofMinutes(2));
  }

  @AfterEach
  void theServiceKeptToWeComsRules() {
    sandbox.apiFaults().clear();
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aPhotoIsFetchedKeptAsItCameAndShownWithoutWhatTheCameraNoted() throws IOException {
    byte[] sent = Pictures.withExif(Pictures.photo(600, 300, 3), 6);
    promised(sent);

    Town.runLoops();

    Photo photo = photo();
    assertEquals(FETCHED, photo.state());
    assertEquals(List.of(FETCHED), heard.of(subject));
    assertEquals(300, photo.facts().orElseThrow().width());
    assertEquals(600, photo.facts().orElseThrow().height());
    ExifPlace place = photo.facts().orElseThrow().place().orElseThrow();
    assertEquals(39.908333, place.latitude(), 1e-6);
    assertEquals(116.67, place.longitude(), 1e-6);
    assertEquals(List.of("2026-11-23 01:12:44"), column("taken_at AT TIME ZONE 'UTC'"));
    byte[] large = shown(photo.id(), Photo.Size.LARGE);
    byte[] thumbnail = shown(photo.id(), Photo.Size.THUMBNAIL);
    assertEquals(600, Pictures.read(large).getHeight());
    assertEquals(480, Pictures.read(thumbnail).getHeight());
    for (byte[] bytes : List.of(large, thumbnail)) {
      assertFalse(new String(bytes, ISO_8859_1).contains("Exif"));
      assertFalse(new String(bytes, ISO_8859_1).contains(Pictures.CAMERA));
    }
    try (var original = store.open(column("original").get(0))) {
      assertArrayEquals(sent, original.readAllBytes());
    }
  }

  @Test
  void twoFetchersFetchEachPhotoOnce() {
    List<String> ids =
        IntStream.range(0, 12).mapToObj(n -> promised(Pictures.photo(80, 60, n))).toList();

    var start = new CyclicBarrier(2);
    Stream.generate(() -> CompletableFuture.runAsync(() -> fetchTogether(start)))
        .limit(2)
        .toList()
        .forEach(CompletableFuture::join);
    Town.runLoops();

    assertEquals(
        ids.stream().map(id -> 1L).toList(), ids.stream().map(this::timesFetched).toList());
    assertEquals(List.of("FETCHED 1"), column("DISTINCT state || ' ' || tries"));
    assertEquals(12, heard.of(subject).size());
  }

  @Test
  void whatAKilledReplicaWasFetchingIsTakenOverAndItsLateAnswerChangesNothing() {
    promised(Pictures.photo(80, 60, 5));
    PhotoClaim dead = QuarkusTransaction.requiringNew().call(photos::claim).orElseThrow();

    Town.runLoops();
    assertEquals(WAITING, photo().state(), "nobody else gets it meanwhile");

    dueNow();
    Town.runLoops();
    QuarkusTransaction.requiringNew().run(() -> photos.lost(dead, "迟到的结果", clock.now()));

    assertEquals(FETCHED, photo().state());
    assertEquals(List.of(FETCHED), heard.of(subject));
    worker.shouldNotHear("迟到的结果");
  }

  @Test
  void aTokenThatDiesOnTheWayIsReplacedAndThePhotoFetched() {
    promised(Pictures.photo(80, 60, 6));
    int before = sandbox.apiFaults().happened(ApiFault.TOKEN_DEATH);
    sandbox.apiFaults().next(GET, ApiFault.TOKEN_DEATH, 1);

    Town.runLoops();

    assertEquals(before + 1, sandbox.apiFaults().happened(ApiFault.TOKEN_DEATH));
    assertEquals(FETCHED, photo().state());
    assertEquals(List.of("1"), column("tries"));
  }

  /** Case 60. */
  @Test
  void aGatewaysPageIsNoPhotoAndThePhotoIsFetchedLater() {
    promised(Pictures.photo(80, 60, 7));
    Hearing hearing = Hearing.of(worker);
    int before = sandbox.apiFaults().happened(ApiFault.HTML_WITH_200);
    sandbox.apiFaults().next(GET, ApiFault.HTML_WITH_200, 1);

    Town.runLoops();
    assertEquals(before + 1, sandbox.apiFaults().happened(ApiFault.HTML_WITH_200));
    assertEquals(WAITING, photo().state());
    assertFalse(photo().reason().isEmpty());

    Town.runLoops();
    assertEquals(List.of("1"), column("tries"), "it waits before the next try");
    dueNow();
    Town.runLoops();
    assertEquals(FETCHED, photo().state());
    assertEquals("", photo().reason());
    assertEquals(0, hearing.timesOf("照片没有存下来"));
  }

  /** Case 60. */
  @Test
  void aPhotoWeComHasNoMoreIsLostAndItsSenderToldOnce() {
    String mediaId = sandbox.holdsFile("photo.jpg", Pictures.photo(80, 60, 8));
    sandbox.passTime(LIFE.plusMinutes(1));
    promised(mediaId);
    Hearing hearing = Hearing.of(worker);

    Town.runLoops();
    Town.runLoops();

    assertEquals(1, timesFetched(mediaId));
    assertEquals(LOST, photo().state());
    assertEquals(List.of(LOST), heard.of(subject));
    worker.shouldHear("发的照片没有存下来：企业微信已不再保存这张照片。请重新发一次。");
    dueNow();
    Town.runLoops();
    assertEquals(1, hearing.timesOf("照片没有存下来"));
    assertEquals(1, timesFetched(mediaId));
  }

  /** Case 60. */
  @Test
  void aPhotoThatCannotBeFetchedForThreeDaysIsLostAndItsSenderToldOnce() {
    int before = sandbox.apiFaults().happened(ApiFault.BAD_GATEWAY);
    sandbox.apiFaults().next(GET, ApiFault.BAD_GATEWAY, 100);
    promised(Pictures.photo(80, 60, 9));
    Hearing hearing = Hearing.of(worker);

    Town.runLoops();
    assertTrue(sandbox.apiFaults().happened(ApiFault.BAD_GATEWAY) > before, "the fault happened");
    sandbox.passTime(LIFE.minusMinutes(1));
    assertEquals(WAITING, photo().state());
    sandbox.passTime(Duration.ofMinutes(2));

    assertEquals(LOST, photo().state());
    worker.shouldHear("发的照片没有存下来：三天里没能从企业微信取到");
    Town.runLoops();
    assertEquals(1, hearing.timesOf("照片没有存下来"));
    assertEquals(List.of(LOST), heard.of(subject));
  }

  /** Case 61. */
  @Test
  void whatIsNoPictureIsRefusedAndItsSenderHearsWhatToDo() {
    promised("<html><script>alert(1)</script></html>".getBytes(UTF_8));
    Town.runLoops();
    worker.shouldHear("发的照片没有存下来：发来的不是 JPG 或 PNG 照片");
    assertEquals(REFUSED, photo().state());
    assertEquals(List.of(REFUSED), heard.of(subject));
  }

  /** Case 61. */
  @Test
  void aPictureOfTooManyPixelsIsRefused() {
    promised(Pictures.bomb(50_000, 50_000));
    Town.runLoops();
    worker.shouldHear("发的照片没有存下来：这张照片像素太多（50000×50000）");
    assertEquals(REFUSED, photo().state());
    assertEquals(List.of("t"), column("original IS NULL"), "nothing of it is kept");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    byte[] photo = Pictures.photo(80, 60, 10);
    promised(Arrays.copyOf(photo, (16 << 20) + 1));
    Town.runLoops();
    assertEquals(REFUSED, photo().state());
    worker.shouldHear("发的照片没有存下来：照片文件太大");

    String fits = UUID.randomUUID().toString();
    promised(sandbox.holdsFile("photo.jpg", Arrays.copyOf(photo, 16 << 20)), fits);
    Town.runLoops();
    assertEquals(List.of(FETCHED), heard.of(fits));
  }

  @Test
  void whileTheWireRestsNoPhotoIsAskedFor() {
    String mediaId = promised(Pictures.photo(80, 60, 11));
    Town.run(
        "UPDATE wire_circuit SET trouble = 'LOST', reason = '', open_until = now() + interval '1 h'");
    try {
      Town.runLoops();
      assertEquals(0, timesFetched(mediaId));
    } finally {
      Town.run("UPDATE wire_circuit SET trouble = NULL, reason = NULL, open_until = NULL");
    }
    Town.runLoops();
    assertEquals(FETCHED, photo().state());
  }

  @Test
  void whatADraftWasToldWithGoesWithTheCase() {
    promised(Pictures.photo(80, 60, 12));
    String file = UUID.randomUUID().toString();
    QuarkusTransaction.requiringNew().run(() -> photos.move(subject, file));
    Town.runLoops();
    assertEquals(List.of(FETCHED), heard.of(file));
    assertEquals(List.of(), QuarkusTransaction.requiringNew().call(() -> photos.of(subject)));
  }

  /** The worker has sent these bytes; returns the media id. */
  private String promised(byte[] bytes) {
    return promised(sandbox.holdsFile("photo.jpg", bytes));
  }

  private String promised(String mediaId) {
    return promised(mediaId, subject);
  }

  private String promised(String mediaId, String about) {
    QuarkusTransaction.requiringNew()
        .run(() -> photos.promised(worker.member().userid(), mediaId, about, clock.now()));
    return mediaId;
  }

  private Photo photo() {
    return QuarkusTransaction.requiringNew().call(() -> photos.of(subject)).get(0);
  }

  private byte[] shown(UUID id, Photo.Size size) throws IOException {
    try (var bytes =
        QuarkusTransaction.requiringNew().call(() -> photos.open(id, size)).orElseThrow()) {
      return bytes.readAllBytes();
    }
  }

  private List<String> column(String column) {
    return Town.read("SELECT " + column + " FROM photo WHERE subject = '" + subject + "'");
  }

  private long timesFetched(String mediaId) {
    return sandbox.ledger().of(GET).stream().filter(it -> it.body().contains(mediaId)).count();
  }

  /** Back-off and leases run by the real clock, which no test winds. */
  private void dueNow() {
    Town.run("UPDATE photo SET due_at = clock_timestamp() WHERE subject = '" + subject + "'");
  }

  private static void fetchTogether(CyclicBarrier start) {
    Loop fetch =
        Arc.container().listAll(Loop.class).stream()
            .map(loop -> loop.get())
            .filter(loop -> loop.name().equals("photo-fetch"))
            .findFirst()
            .orElseThrow();
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    fetch.cycle();
  }
}
