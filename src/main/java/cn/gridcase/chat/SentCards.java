package cn.gridcase.chat;

import cn.gridcase.chat.InboundMessage.CardPress;
import cn.gridcase.database.Database;
import cn.gridcase.outbox.CardCodes;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cards that are out, one person each; only this class writes their table.
 *
 * <p>Everything here happens in the caller's transaction.
 */
@ApplicationScoped
public class SentCards implements CardCodes {
  private static final Duration CODE_LIVES = Duration.ofDays(3);

  private final Database database;
  private final TransactionSynchronizationRegistry transaction;
  private final ServiceClock clock;
  private final Outbox outbox;
  private final CardMessages messages;

  @Inject
  SentCards(
      Database database,
      TransactionSynchronizationRegistry transaction,
      ServiceClock clock,
      Outbox outbox,
      CardMessages messages) {
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.outbox = outbox;
    this.messages = messages;
  }

  /**
   * Posts a card to one person, under a new random task id.
   *
   * @param card the kind of card: whose {@link CardAction} hears its presses
   * @param subject what it is about, opaque
   */
  public void send(String person, String card, String subject, Card face, Instant notBefore) {
    if (!outbox.isWithheld(person, CardMessages.about(subject))) {
      sendOwed(person, card, subject, face, notBefore);
    }
  }

  /** The same for what the person is owed whatever is withheld from them. */
  public void sendOwed(String person, String card, String subject, Card face, Instant notBefore) {
    send(person, card, subject, face, notBefore, false);
  }

  /**
   * 补发: sends a card once more because nobody knows whether it arrived; if it did, it takes no more
   * presses and shows where to look.
   */
  public void sendAgain(SentCard before, Card face, Card lookBelow) {
    close(before.taskId(), lookBelow);
    send(before.person(), before.card(), before.subject(), face, clock.now(), true);
  }

  /** Nobody has this card, or ever will: it is not held any more. */
  public void lost(SentCard card) {
    close(card.taskId(), card.face());
  }

  void close(String taskId, Card face) {
    database.change(
        "UPDATE sent_card SET open = false, face = ? WHERE task_id = ?", face.json(), taskId);
  }

  private void send(
      String person, String card, String subject, Card face, Instant notBefore, boolean again) {
    String taskId = CardMessages.newTaskId();
    long position = outbox.postOwed(messages.first(person, subject, taskId, face, notBefore));
    database.change(
        """
        INSERT INTO sent_card
          (task_id, person, card, subject, face, posted_at, outbox_position, again)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        taskId,
        person,
        card,
        subject,
        face.json(),
        clock.now(),
        position,
        again);
  }

  /**
   * Everybody who holds such a card about the subject sees the new face, and it takes no more
   * presses; the card whose press is being answered is repainted by that answer.
   */
  public void repaint(String card, String subject, Card face) {
    for (Held one : unseen(card, subject, face)) {
      outbox.post(messages.repainted(one.taskId(), one.person(), subject, face));
    }
  }

  /**
   * The same for all but the card whose press is being answered: that one is answered, and goes on
   * taking presses.
   */
  public void repaintOthers(String card, String subject, Card face) {
    String answered = Objects.requireNonNullElse(answering(), "").toString();
    for (Held one : unseen(card, subject, face, answered)) {
      outbox.post(messages.repainted(one.taskId(), one.person(), subject, face));
    }
  }

  /**
   * A new card takes the place of these: they take no more presses and say where to look. Whoever
   * sees no cards simply gets the new words.
   */
  public void replace(String card, String subject, Card lookBelow) {
    for (Held one : unseen(card, subject, lookBelow)) {
      if (!messages.readsText(one.person())) {
        outbox.post(messages.repainted(one.taskId(), one.person(), subject, lookBelow));
      }
    }
  }

  /** Closes all open cards about the subject; those whose holders have yet to see the new face. */
  private List<Held> unseen(String card, String subject, Card face) {
    return unseen(card, subject, face, "");
  }

  private List<Held> unseen(String card, String subject, Card face, String but) {
    var open =
        database.list(
            """
            UPDATE sent_card SET open = false, face = ?
             WHERE card = ? AND subject = ? AND open AND task_id <> ?
            RETURNING task_id, person, outbox_position
            """,
            SentCards::held,
            face.json(),
            card,
            subject,
            but);
    // A card that nobody has seen yet needs no repainting.
    return open.stream()
        .filter(one -> !isBeingAnswered(one.taskId()) && !outbox.supersede(one.position()))
        .toList();
  }

  /**
   * The presser's card is repainted with what it shows by now, where the press can no longer be
   * answered itself: the press brought a fresh code, good for one update, 72 h. Whoever presses
   * again and again sees it once.
   */
  void repaintLate(CardPress press, Instant pressedAt) {
    outbox.supersedeRepaint(press.taskId());
    Instant until = pressedAt.plus(CODE_LIVES);
    database.change(
        """
        UPDATE sent_card SET response_code = ?, code_until = ?, spent = false
         WHERE task_id = ? AND (spent OR code_until IS NULL OR code_until < ?)
        """,
        press.responseCode(),
        until,
        press.taskId(),
        until);
    find(press.taskId())
        .ifPresent(
            card ->
                outbox.post(
                    messages.repainted(card.taskId(), card.person(), card.subject(), card.face())));
  }

  /** The card with this task id, if it was ever sent. */
  public Optional<SentCard> find(String taskId) {
    return database.first(
        "SELECT " + SentCard.COLUMNS + " FROM sent_card WHERE task_id = ?", SentCard::read, taskId);
  }

  /** This card's press is what the current transaction answers. */
  void answering(String taskId) {
    transaction.putResource(SentCards.class, taskId);
  }

  /**
   * The press is answered with this face, and the card goes on taking presses; false if it takes no
   * more: somebody settled the matter just now, and its face says who.
   */
  boolean answered(String taskId, Card face) {
    return database.change(
            "UPDATE sent_card SET face = ? WHERE task_id = ? AND open", face.json(), taskId)
        == 1;
  }

  @Override
  public Optional<String> take(String cardId) {
    return database.first(
        """
        UPDATE sent_card SET spent = true
         WHERE task_id = ? AND NOT spent AND code_until > ? RETURNING response_code
        """,
        row -> row.getString(1),
        cardId,
        clock.now());
  }

  @Override
  public void delivered(String cardId, String responseCode, Instant at) {
    database.change(
        "UPDATE sent_card SET response_code = ?, code_until = ? WHERE task_id = ?",
        responseCode,
        at.plus(CODE_LIVES),
        cardId);
  }

  @Override
  public String inWords(String cardId) {
    return find(cardId)
        .map(sent -> sent.face().inWords())
        .orElseThrow(() -> new IllegalStateException("no card " + cardId));
  }

  private record Held(String taskId, String person, long position) {}

  private boolean isBeingAnswered(String taskId) {
    return taskId.equals(answering());
  }

  private @Nullable Object answering() {
    return transaction.getResource(SentCards.class);
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getString("task_id"), row.getString("person"), row.getLong("outbox_position"));
  }
}
