package cn.gridcase.bench;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A town with many open cases, one of which has all that the page of a case shows. */
record PagesTown(Sandbox sandbox, BenchDatabase database) {
  private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{3,}");

  /** The number of a case with a place, two photos, one of the result, and a rework. */
  String reworked() throws SQLException, InterruptedException {
    // One from each, or they would hear that they write too much for one minute.
    for (Chat other : sandbox.chatsOf("网格员")) {
      other.says("三号院门口消防通道被杂物堵住，车进不去").says("上报");
    }
    Chat worker = sandbox.chat("李梅");
    worker.sendsPhoto().sendsPhoto().sendsLocation(39.842638, 116.647336, "台湖村东口");
    worker.says("消防通道被两辆车堵死").says("上报");
    String number = numberIn(worker.lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
    Chat fireman = sandbox.chat("孙伟");
    fireman.says("签收 " + number).sendsPhoto().says("提交 " + number + " 已清理恢复");
    sandbox.chat("周明").says("不通过 " + number + " 未处理彻底");
    awaitPhotos();
    return number;
  }

  private static String numberIn(String reply) {
    Matcher found = NUMBER.matcher(reply);
    if (!found.find()) {
      throw new IllegalStateException("no case: " + reply);
    }
    return found.group();
  }

  private void awaitPhotos() throws SQLException, InterruptedException {
    while (photosComing() > 0) {
      Thread.sleep(200);
    }
  }

  private int photosComing() throws SQLException {
    try (Connection connection = database.asOwner();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT count(*) FROM photo WHERE state = 'WAITING'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
