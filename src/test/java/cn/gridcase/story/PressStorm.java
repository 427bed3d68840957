package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many presses at one moment, each of them delivered to both replicas: thumbs, and a network that
 * repeats itself.
 */
final class PressStorm {
  /** Somebody's thumb over a button of the newest card with such words. */
  record Thumb(Chat chat, String button, String onCard) {
    String xml() {
      return chat.pressing(button, onCard);
    }
  }

  /**
   * How one press was answered by each replica.
   *
   * @param statuses of HTTP
   */
  record Answered(String xml, List<Integer> statuses) {}

  private static final int PRESSES = 100;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Replicas replicas;
  private final Sandbox sandbox;
  private final List<WirePush> doors;

  PressStorm(Replicas replicas) {
    this.replicas = replicas;
    sandbox = replicas.sandbox();
    doors = List.of(replicas.pushTo(0), replicas.pushTo(1));
  }

  /** Over each of these buttons of the card that each of them holds. */
  static List<Thumb> thumbs(List<Chat> chats, String onCard, String... buttons) {
    return chats.stream()
        .flatMap(chat -> Stream.of(buttons).map(button -> new Thumb(chat, button, onCard)))
        .toList();
  }

  /** A hundred presses at once: one of them counts, and each is on record once. */
  void movesOnce(String number, String from, List<Thumb> thumbs) {
    int before = moves(replicas, number, from).size();

    List<Answered> answered = press(PRESSES, thumbs);

    answered.forEach(press -> assertEquals(List.of(200, 200), press.statuses()));
    Waiting.until("all is heard", LONG, () -> replicas.spooled() == 0 && waiting() == 0);
    List<String> heard = replicas.read("SELECT xml FROM inbox");
    answered.forEach(press -> assertEquals(1, Collections.frequency(heard, press.xml())));
    assertEquals(before + 1, moves(replicas, number, from).size(), "one transition");
    Waiting.until("all is sent", LONG, () -> replicas.read(LedgerAudit.OPEN).isEmpty());
  }

  private int waiting() {
    return replicas.count("SELECT count(*) FROM inbox WHERE state NOT IN ('DONE', 'REFUSED')");
  }

  /** What was done to the case where it stood in that stage. */
  static List<String> moves(Replicas replicas, String number, String from) {
    return replicas.read(
        "SELECT move FROM history_entry h JOIN case_file c ON c.id = h.case_id"
            + " WHERE c.number = '%s' AND from_stage = '%s'".formatted(number, from));
  }

  /** The thumbs press in turn until there are that many presses; all are let go together. */
  private List<Answered> press(int times, List<Thumb> thumbs) {
    List<String> presses =
        IntStream.range(0, times).mapToObj(i -> thumbs.get(i % thumbs.size()).xml()).toList();
    ExecutorService hands = Executors.newFixedThreadPool(2 * times);
    try {
      var together = new CountDownLatch(2 * times);
      List<List<CompletableFuture<Integer>>> answers = new ArrayList<>();
      for (String press : presses) {
        answers.add(
            doors.stream()
                .map(
                    door -> CompletableFuture.supplyAsync(() -> sent(door, press, together), hands))
                .toList());
      }
      return IntStream.range(0, times)
          .mapToObj(
              i ->
                  new Answered(
                      presses.get(i),
                      answers.get(i).stream().map(CompletableFuture::join).toList()))
          .toList();
    } finally {
      hands.shutdown();
    }
  }

  private int sent(WirePush door, String xml, CountDownLatch together) {
    together.countDown();
    try {
      together.await();
      HttpResponse<String> answer = door.send(xml, sandbox.now());
      return answer.statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
