package cn.gridcase.bench;

import cn.gridcase.sandbox.company.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Drafts that wait for 上报, each of another grid worker, made by messages to the service. */
record Drafts(BenchDatabase database, BenchService service, Keys keys) {
  private static final int AT_ONCE = 4;

  /** A draft and the card that was promised for it. */
  record Waiting(String person, UUID draft, String taskId) {}

  List<Waiting> prepared(List<String> people) throws Exception {
    var xml = new PushXml(keys);
    List<byte[]> said =
        people.stream()
            .map(who -> xml.text(who, "台湖村口消防通道被三轮车堵住了，进不去"))
            .map(text -> SealedPush.of(keys, text).request())
            .toList();
    Clients.perSecond(AT_ONCE, said, Callers.of(service));
    List<Waiting> waiting = open(Set.copyOf(people));
    if (waiting.size() != people.size()) {
      throw new IllegalStateException(waiting.size() + " drafts of " + people.size() + " people");
    }
    return waiting;
  }

  /** The press of 上报 on that draft's card. */
  byte[] press(Waiting draft) {
    String press = new PushXml(keys).press(draft.person(), draft.taskId(), "file");
    return SealedPush.of(keys, press).request();
  }

  private List<Waiting> open(Set<String> people) throws SQLException {
    String sql =
        "SELECT d.person, d.id, s.task_id FROM draft d JOIN sent_card s ON s.subject = d.id::text"
            + " WHERE d.state = 'OPEN' AND s.open";
    try (Connection service = database.asService();
        var statement = service.prepareStatement(sql);
        var row = statement.executeQuery()) {
      var waiting = new ArrayList<Waiting>();
      while (row.next()) {
        if (people.contains(row.getString(1))) {
          waiting.add(
              new Waiting(row.getString(1), row.getObject(2, UUID.class), row.getString(3)));
        }
      }
      return waiting;
    }
  }
}
