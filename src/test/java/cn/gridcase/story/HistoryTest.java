package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.HistoryChain;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 流转记录: nobody changes what was, and whoever tries is found out. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class HistoryTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @Inject HistoryChain chain;
  @Inject DataSource service;

  @Test
  void theHistoriesOfAllStoriesHold() {
    String number = journey.closed("李梅", "台湖村消防通道停校车", "消防站");

    HistoryChain.Finding finding = verified();

    assertEquals(List.of(), finding.faults());
    assertEquals(Town.count("SELECT count(*) FROM case_file"), finding.cases());
    assertEquals(Town.count("SELECT count(*) FROM history_entry"), finding.entries());
    assertEquals(List.of("上报", "立案", "派遣", "签收", "提交结果", "核查通过"), moves(number));
  }

  @Test
  void aChangedFactIsFound() {
    String set = "UPDATE history_entry SET %s WHERE case_id = %%d AND seq = %d";
    found(1, "内容被改动", set.formatted("facts = 'category=G99'", 1));
    found(3, "内容被改动", set.formatted("facts = 'unit=huanwei'", 3));
    found(4, "内容被改动", set.formatted("actor = gen_random_uuid()", 4));
    found(5, "内容被改动", set.formatted("at = at + interval '1 us'", 5));
  }

  @Test
  void changedWordsAreFound() {
    String set = "UPDATE history_text SET %s WHERE case_id = %%d AND seq = %d";
    found(1, "文字被改动", set.formatted("body = '一切正常'", 1));
    found(5, "文字被改动", set.formatted("salt = 'x' || salt", 5));
    found(
        2,
        "文字被改动",
        "INSERT INTO history_text SELECT case_id, 2, salt, body FROM history_text"
            + " WHERE case_id = %d AND seq = 1");
  }

  @Test
  void aDeletedLastEntryIsFound() {
    String last = "DELETE FROM history_entry WHERE case_id = %d AND seq = 6";
    found(5, "末尾与案卷不符，可能有记录被删除", last);
  }

  @Test
  void aDeletedMiddleEntryIsFound() {
    found(3, "缺少这一条", "DELETE FROM history_entry WHERE case_id = %d AND seq = 3");
    found(1, "缺少这一条", "DELETE FROM history_entry WHERE case_id = %d AND seq = 1");
    found(
        3,
        "与上一条接不上",
        "DELETE FROM history_entry WHERE case_id = %1$d AND seq = 3;"
            + "UPDATE history_entry SET seq = seq - 1 WHERE case_id = %1$d AND seq > 3");
  }

  @Test
  void anInsertedEntryIsFound() {
    String copy =
        "INSERT INTO history_entry SELECT case_id, %s, at, move, actor, from_stage, to_stage,"
            + " facts, text_hash, config_hash, %s, hash FROM history_entry"
            + " WHERE case_id = %%d AND seq = 6";
    found(7, "与上一条接不上", copy.formatted("7", "previous"));
    found(7, "内容被改动", copy.formatted("7", "hash"));
    found(1, "缺少这一条", copy.formatted("0", "previous"));
  }

  @Test
  void aHistoryThatWasCutOffWholeIsFound() {
    found(1, "没有任何流转记录", "DELETE FROM history_entry WHERE case_id = %d");
  }

  @Test
  void erasedWordsLeaveTheChainWhole() {
    String number = journey.closed("李梅", "台湖村疏散通道停摩托", "消防站");

    Town.run("DELETE FROM history_text WHERE case_id = " + id(number));

    assertEquals(List.of(), verified().faults());
    sandbox.chat("李梅").says(number);
    assertTrue(sandbox.chat("李梅").lastReply().contains("已结案"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE history_entry SET facts = ''",
        "DELETE FROM history_entry",
        "TRUNCATE history_entry",
        "UPDATE history_text SET body = ''",
        "DELETE FROM history_text",
        "TRUNCATE history_text",
        "DELETE FROM case_file",
        "UPDATE reporter SET person = 'limei'",
        "DELETE FROM actor",
        "ALTER TABLE history_entry ADD COLUMN x text"
      })
  void theServicesRoleCannotTouchWhatWas(String sql) throws SQLException {
    try (Connection connection = service.getConnection();
        Statement statement = connection.createStatement()) {
      SQLException denied = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertEquals("42501", denied.getSQLState(), denied.getMessage());
    }
  }

  @Test
  void theHistoryHoldsNobodysNameAndNoFreeText() {
    journey.closed("李梅", "台湖村安全出口停大客车", "消防站");
    List<String> people =
        sandbox.company().members().stream()
            .flatMap(member -> List.of(member.userid(), member.name()).stream())
            .toList();

    String all = String.join("\n", Town.read("SELECT h::text FROM history_entry h"));

    assertTrue(all.contains("核查通过"), "all columns of all entries are there");
    people.forEach(person -> assertTrue(!all.contains(person), person));
    // A reason that the town has listed is the code by which it is counted.
    String free =
        "SELECT body FROM history_text t WHERE NOT EXISTS (SELECT FROM case_file c WHERE c.id = t.case_id"
            + " AND c.end_reason = t.body)";
    for (String words : Town.read(free)) {
      assertTrue(!all.contains(words), words);
    }
  }

  /** Tampers as the owner with a case of its own; what is found names it; then all is put back. */
  private void found(int seq, String reason, String tampering) {
    String number = journey.closed("李梅", "台湖村消防通道停卡车", "消防站");
    long id = id(number);
    assertEquals(List.of(), verified().faults());
    keep("history_entry", id);
    keep("history_text", id);

    Town.run(tampering.formatted(id));

    var faults = verified().faults();
    putBack("history_entry", id);
    putBack("history_text", id);
    assertEquals(List.of(new HistoryChain.Fault(number, seq, reason)), faults);
    assertEquals(List.of(), verified().faults(), "put back");
  }

  private static void keep(String table, long id) {
    Town.run(
        "CREATE TABLE kept_%1$s AS SELECT * FROM %1$s WHERE case_id = %2$d".formatted(table, id));
  }

  private static void putBack(String table, long id) {
    Town.run(
        ("DELETE FROM %1$s WHERE case_id = %2$d; INSERT INTO %1$s SELECT * FROM kept_%1$s;"
                + " DROP TABLE kept_%1$s")
            .formatted(table, id));
  }

  private HistoryChain.Finding verified() {
    return QuarkusTransaction.requiringNew().call(chain::verify);
  }

  private static long id(String number) {
    return Town.count("SELECT id FROM case_file WHERE number = '" + number + "'");
  }

  private static List<String> moves(String number) {
    return Town.read(
        "SELECT move FROM history_entry WHERE case_id = " + id(number) + " ORDER BY seq");
  }
}
