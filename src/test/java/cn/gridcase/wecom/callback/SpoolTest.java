package cn.gridcase.wecom.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.chat.Conversation;
import cn.gridcase.outbox.OwnedDatabase;
import cn.gridcase.wecom.callback.Spool.Waiting;
import cn.gridcase.wecom.spool.RawPush;
import cn.gridcase.wecom.spool.SpoolFolder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves in its spool, the next one hears. */
@QuarkusTest
@WithTestResource(WireSettings.class)
class SpoolTest {
  private static final Instant ARRIVED = Instant.ofEpochSecond(1_795_413_900);

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @Inject Wire wire;
  @Inject Conversation conversation;
  @Inject Freshness freshness;
  @Inject DatabaseReach reach;
  @Inject OwnedDatabase database;

  @BeforeEach
  void nothingIsHeard() {
    database.run("TRUNCATE inbox");
    database.empty();
  }

  @AfterEach
  void theInboxIsThere() {
    database.run("ALTER TABLE IF EXISTS inbox_away RENAME TO inbox");
  }

  @Test
  void whatWasSpooledBeforeAKillIsHeardByTheNextProcessInOrder() throws IOException {
    Spool killed = opened();
    add(killed, "张三", "一");
    add(killed, "李四", "二");
    add(killed, "张三", "三");

    Spool next = opened();
    assertTrue(next.holdsOneOf("张三"));
    assertEquals(3, next.inOrder().size());
    replay(next).cycle();

    assertEquals(List.of("一", "二", "三"), heard());
    assertEquals(0, next.size());
    assertFalse(next.holdsOneOf("张三"));
    assertEquals(List.of(), new SpoolFolder(folder).names());
    assertEquals(List.of("张三", "李四", "张三"), told());
  }

  @Test
  void heardTwiceItIsOneEffectAndOneAnswer() throws IOException {
    Spool killed = opened();
    add(killed, "张三", "一");
    Spool next = opened();
    replay(killed).cycle();

    // As after a kill between the commit and the deletion of the file.
    replay(next).cycle();

    assertEquals(List.of("一"), heard());
    assertEquals(List.of("张三"), told());
  }

  @Test
  void theSamePushIsKeptOnce() throws IOException {
    Spool spool = opened();
    RawPush push = push("张三", "一");
    spool.add(push, wire.open(push.query(), push.body()).message());
    spool.add(push, wire.open(push.query(), push.body()).message());

    assertEquals(1, new SpoolFolder(folder).names().size());
  }

  @Test
  void whoseStoringFailsHoldsUpNobodyElseAndLosesNothing() throws IOException {
    Spool spool = opened();
    add(spool, "张三", "一");
    add(spool, "张三", "二");
    add(spool, "李四", "三");
    // Nothing that an outage explains: the row itself is refused, as long as it is.
    database.run(
        "ALTER TABLE inbox ADD CONSTRAINT odd CHECK (sender <> '张三' OR xml NOT LIKE '%一%')");
    SpoolReplay replay = replay(spool);

    replay.cycle();
    assertEquals(List.of("三"), heard());
    assertEquals(2, spool.size());

    database.run("ALTER TABLE inbox DROP CONSTRAINT odd");
    replay.cycle();
    assertEquals(List.of("三", "一", "二"), heard());
    assertEquals(0, spool.size());
  }

  @Test
  void whatNoKeyOpensAnyMoreIsSetAsideForPeople() throws IOException {
    RawPush push = push("张三", "一");
    String name =
        new SpoolFolder(folder)
            .append(new RawPush(ARRIVED, push.query().replace("nonce=", "nonce=9"), push.body()));
    Files.writeString(folder.resolve("000000000099-00000000.push"), "half a file");
    add(opened(), "李四", "二");

    Spool next = opened();
    replay(next).cycle();

    assertEquals(List.of("二"), heard());
    assertTrue(Files.exists(folder.resolve("unreadable").resolve(name)));
    assertTrue(Files.exists(folder.resolve("unreadable/000000000099-00000000.push")));
  }

  @Test
  void aPushIsWrittenStillEncryptedAndForNobodyElseToRead() throws IOException {
    Spool spool = opened();
    add(spool, "张三", "井盖松动");

    Waiting one = spool.inOrder().get(0);
    String file = Files.readString(folder.resolve(one.name()));
    assertFalse(file.contains("井盖") || file.contains("张三"), file);
    assertTrue(file.contains("<Encrypt>"), file);
    assertEquals("井盖松动", spool.open(one).message().text());
  }

  private Spool opened() {
    return new Spool(wire, new SpoolFolder(folder));
  }

  private SpoolReplay replay(Spool spool) {
    return new SpoolReplay(spool, conversation, freshness, reach);
  }

  private void add(Spool spool, String sender, String words) throws IOException {
    RawPush push = push(sender, words);
    spool.add(push, wire.open(push.query(), push.body()).message());
  }

  private static RawPush push(String sender, String words) {
    String id = UUID.randomUUID().toString();
    Sealed sealed =
        Envelopes.around(
            Pushes.text(words).replace("zhangsan", sender).replace("7301234567890123456", id));
    String query =
        "msg_signature=%s&timestamp=%s&nonce=%s"
            .formatted(sealed.signature(), sealed.timestamp(), sealed.nonce());
    String body = "<xml><Encrypt>%s</Encrypt></xml>".formatted(Pushes.cdata(sealed.encrypt()));
    return new RawPush(ARRIVED, query, body);
  }

  /** What was heard, in that order. */
  private List<String> heard() {
    return database.read(
        "SELECT substring(xml FROM '<Content><!.CDATA.(.*)]]></Content>')"
            + " FROM inbox ORDER BY received_at");
  }

  private List<String> told() {
    return database.read("SELECT recipient FROM outbox ORDER BY position");
  }
}
