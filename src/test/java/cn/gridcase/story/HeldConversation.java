package cn.gridcase.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Somebody else holds a person's conversation, so that whoever hears them has to wait. */
final class HeldConversation {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Connection owner;

  private HeldConversation(Connection owner) {
    this.owner = owner;
  }

  /** Holds it while the work is done, or until the work lets go. */
  static void of(String person, Consumer<HeldConversation> work) {
    try (Connection owner = Town.owner().getConnection();
        var sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      String held = "UPDATE conversation SET since = since WHERE person = '" + person + "'";
      if (sql.executeUpdate(held) != 1) {
        throw new AssertionError(person + " has not said anything yet");
      }
      var conversation = new HeldConversation(owner);
      work.accept(conversation);
      conversation.letGo();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void letGo() {
    try {
      owner.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void untilSomebodyWaits() {
    until("SELECT count(*) FROM pg_locks WHERE NOT granted");
  }

  /** Waits until that question's number is above zero. */
  static void until(String count) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (Town.count(count) == 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never: " + count);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
