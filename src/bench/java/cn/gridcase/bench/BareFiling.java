package cn.gridcase.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The floor of 上报: the rows that the service writes for it, each by a statement of its own, in one
 * transaction on one connection; no question is asked, nothing is understood, checked or rendered.
 */
final class BareFiling implements Clients.Client<Drafts.Waiting> {
  private static final AtomicLong COUNTER = new AtomicLong();
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final UUID NOBODY = new UUID(0, 0);

  private final Connection connection;
  private final FilingSample sample;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  BareFiling(Connection connection, FilingSample sample) throws SQLException {
    this.connection = connection;
    this.sample = sample;
    connection.setAutoCommit(false);
  }

  @Override
  public void take(Drafts.Waiting draft) throws SQLException {
    long serial = COUNTER.incrementAndGet();
    String key = HASH.substring(16) + "%016x".formatted(serial);
    LocalDate day = LocalDate.now(Clock.systemUTC());
    OffsetDateTime now =
        OffsetDateTime.now(Clock.systemUTC()).withOffsetSameInstant(ZoneOffset.UTC);
    heard(key, day, draft, now);
    UUID reporter = UUID.randomUUID();
    Case filed = filed(day, reporter, now);
    recorded(filed, draft, reporter, now);
    for (String dispatcher : sample.told()) {
      told(dispatcher, filed, now);
    }
    change("UPDATE draft SET state = 'FILED', words = '' WHERE id = ?", draft.draft());
    change(
        "UPDATE sent_card SET open = false, face = ? WHERE task_id = ?",
        sample.filed(),
        draft.taskId());
    change("UPDATE inbox SET reply = ? WHERE key = ? AND said_on = ?", sample.reply(), key, day);
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private record Case(String number, long id) {}

  private void heard(String key, LocalDate day, Drafts.Waiting draft, OffsetDateTime now)
      throws SQLException {
    change(
        "INSERT INTO inbox (key, said_on, second_key, sender, type, xml, received_at, state, reply)"
            + " VALUES (?, ?, ?, ?, 'event/template_card_event', ?, ?, 'DONE', '')"
            + " ON CONFLICT DO NOTHING",
        key,
        day,
        draft.taskId() + "|" + key,
        draft.person(),
        sample.xml(),
        now);
    change(
        "INSERT INTO conversation (person, expects, subject, since) VALUES (?, '', '', ?)"
            + " ON CONFLICT (person) DO UPDATE SET person = excluded.person",
        draft.person(),
        now);
  }

  private Case filed(LocalDate day, UUID reporter, OffsetDateTime now) throws SQLException {
    Case next;
    PreparedStatement question =
        filled("SELECT next_case_number(?), nextval('case_file_seq')", day);
    try (ResultSet row = question.executeQuery()) {
      row.next();
      next = new Case(row.getString(1), row.getLong(2));
    }
    change(
        "INSERT INTO case_file (id, number, stage, version, category, community, reporter,"
            + " received_at, registered_at, due_at, due_provisional, reworked, history_length,"
            + " history_head) VALUES (?, ?, 'DISPATCH', 0, 'A01', 'taihucun', ?, ?, ?, ?, false, 0,"
            + " 2, ?)",
        next.id(),
        next.number(),
        reporter,
        now,
        now,
        now.plusHours(2),
        HASH);
    return next;
  }

  private void recorded(Case filed, Drafts.Waiting draft, UUID reporter, OffsetDateTime now)
      throws SQLException {
    change(
        "INSERT INTO reporter (case_id, ref, person) VALUES (?, ?, ?)",
        filed.id(),
        reporter,
        draft.person());
    countdown(filed, "LEG", "处置", "2小时", now, now.plusHours(2));
    countdown(filed, "STAGE", "待派遣", "1工作时", now, now.plusHours(1));
    entry(filed, 1, "上报", reporter, now);
    entry(filed, 2, "立案", NOBODY, now);
    change(
        "INSERT INTO history_text (case_id, seq, salt, body) VALUES (?, 1, ?, ?)",
        filed.id(),
        HASH.substring(32),
        "台湖村口消防通道被三轮车堵住了，进不去");
  }

  private void countdown(
      Case filed, String kind, String name, String limit, OffsetDateTime now, OffsetDateTime due)
      throws SQLException {
    change(
        "INSERT INTO countdown (id, case_id, kind, name, time_limit, started_at, due_at, calendar)"
            + " VALUES (nextval('countdown_seq'), ?, ?, ?, ?, ?, ?, '')",
        filed.id(),
        kind,
        name,
        limit,
        now,
        due);
    change(
        "INSERT INTO wake_up (countdown, number, at) VALUES (currval('countdown_seq'), ?, ?)",
        filed.number(),
        due);
  }

  private void entry(Case filed, int seq, String move, UUID actor, OffsetDateTime now)
      throws SQLException {
    change(
        "INSERT INTO history_entry (case_id, seq, at, move, actor, from_stage, to_stage, facts,"
            + " text_hash, config_hash, previous, hash)"
            + " VALUES (?, ?, ?, ?, ?, 'INTAKE', 'DISPATCH', 'category=A01', ?, ?, ?, ?)",
        filed.id(),
        seq,
        now,
        move,
        actor,
        HASH,
        HASH,
        HASH,
        HASH);
  }

  private void told(String dispatcher, Case filed, OffsetDateTime now) throws SQLException {
    String taskId = UUID.randomUUID().toString().substring(14);
    long position;
    PreparedStatement posting =
        filled(
            "INSERT INTO outbox (recipient, about, kind, card_id, payload, posted_at, not_before)"
                + " VALUES (?, ?, 'CARD', ?, ?, ?, ?) RETURNING position",
            dispatcher,
            filed.number(),
            taskId,
            sample.payload(),
            now,
            now);
    try (ResultSet row = posting.executeQuery()) {
      row.next();
      position = row.getLong(1);
    }
    change(
        "INSERT INTO sent_card (task_id, person, card, subject, face, posted_at, outbox_position)"
            + " VALUES (?, ?, 'dispatch', ?, ?, ?, ?)",
        taskId,
        dispatcher,
        filed.number(),
        sample.asking(),
        now,
        position);
  }

  private void change(String sql, Object... values) throws SQLException {
    if (filled(sql, values).executeUpdate() != 1) {
      throw new IllegalStateException("one row was to change: " + sql);
    }
  }

  private PreparedStatement filled(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
