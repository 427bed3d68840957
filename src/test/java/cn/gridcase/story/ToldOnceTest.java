package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a case, its reporter reads one message a change at most. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ToldOnceTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat reporter = sandbox.chat("李梅");
  private final Chat unit = sandbox.chat("孙伟");
  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theLongestWayThereIs() {
    String number = journey.reported("李梅", "台湖村消防通道被集装箱压住");
    String other = journey.reported("李梅", "台湖村消防通道的集装箱还压着");
    does(dispatcher, "并案 " + other + " 到 " + number, "已并入");
    does(dispatcher, "派遣 " + number + " 给 环卫中心", "已派给");
    does(sandbox.chat("黄涛"), "回退 " + number + " 要吊车", "已退回");
    does(dispatcher, "派遣 " + number + " 给 消防站 协办 环卫中心", "已派给");
    does(unit, "签收 " + number, "已签收");
    does(unit, "请补充 " + number + " 集装箱是谁家的？", "停止计时");
    does(reporter, "补充 " + number + " 东边仓库的", "补充");
    does(unit, "延期 " + number + " 2工作日 要调吊车", "等待批复");
    does(sandbox.chat("吴军"), "同意 " + number, "同意");
    does(unit, "免除协办 " + number + " 环卫中心 不用清扫", "免除");
    does(unit, "反馈 " + number + " 集装箱已吊走", "已记入");
    does(unit, "提交 " + number + " 责令整改", "等待核查");
    does(sandbox.chat("周明"), "不通过 " + number + " 地上还有油", "返工");
    does(unit, "反馈 " + number + " 油已清掉", "已记入");
    does(unit, "提交 " + number + " 已清理恢复", "等待核查");
    does(sandbox.chat("周明"), "通过 " + number, "已结案");
    does(reporter, "不满意 " + number + " 又压上了", "重新办理");
    does(unit, "签收 " + number, "已签收");
    does(unit, "反馈 " + number + " 装了限高杆", "已记入");
    does(unit, "提交 " + number + " 责令整改", "等待核查");
    does(sandbox.chat("周明"), "通过 " + number, "已结案");

    assertTrue(told(number, other, 1).size() >= 4, "they heard: " + told(number, other, 1));
    assertEquals(List.of(), told(number, other, 2));
  }

  private void does(Chat chat, String line, String reply) {
    chat.says(line);
    assertTrue(chat.lastReply().contains(reply), chat::toString);
    sandbox.passTime(Journey.QUIET);
    Town.runLoops();
  }

  /** The instants of changes for which so many messages, or more, were promised to the reporter. */
  private static List<String> told(String number, String part, int least) {
    return Town.read(
        """
        SELECT posted_at || ': ' || string_agg(payload, ' ') FROM outbox
         WHERE recipient = 'limei' AND about IN ('%s', '%s') AND state <> 'SUPERSEDED'
         GROUP BY posted_at HAVING count(*) >= %d"""
            .formatted(number, part, least));
  }
}
