package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 标签: by what cases are found again. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class TagTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aTaggedCaseIsFoundByWhoeverMaySeeItUntilTheTagIsTakenOff() {
    String number = journey.dispatched("李梅", "台湖村桥下积水", "消防站");
    String other = journey.reported("李梅", "台湖村涵洞积水");

    dispatcher.says("标签 " + number + " 汛期 反复点位");
    assertEquals("案件" + number + "的标签：反复点位、汛期。", sorted(dispatcher.lastReply()));
    sandbox.chat("孙伟").says("标签 " + number + " 汛期");
    dispatcher.says("标签 " + other + " 汛期");

    dispatcher.says("标签 汛期");
    assertTrue(dispatcher.lastReply().contains(number), dispatcher.lastReply());
    assertTrue(dispatcher.lastReply().contains(other), dispatcher.lastReply());
    Chat unit = sandbox.chat("孙伟").says("标签 汛期");
    assertTrue(unit.lastReply().contains(number), unit.lastReply());
    assertFalse(unit.lastReply().contains(other), unit.lastReply());

    dispatcher.says("去标签 " + number + " 汛期");
    assertEquals("案件" + number + "的标签：反复点位。", dispatcher.lastReply());
    unit.says("标签 汛期");
    assertEquals("没有您能看到的、标签是“汛期”的在办案件。", unit.lastReply());
  }

  @Test
  void whoHasNothingToDoWithTheCaseMayNotTagIt() {
    String number = journey.dispatched("李梅", "台湖村堤上裂缝", "消防站");

    sandbox.chat("刘建国").says("标签 " + number + " 汛期");
    assertTrue(sandbox.chat("刘建国").lastReply().startsWith("派遣员、值班长、案件所在单位和领导才能"), number);
    dispatcher.says("标签 " + number);
    assertTrue(dispatcher.lastReply().startsWith("请写明标签"), dispatcher.lastReply());
    dispatcher.says("标签 " + number + " 一二三四五六七八九十多");
    assertTrue(dispatcher.lastReply().startsWith("一个标签最多10个字"), dispatcher.lastReply());
  }

  /** The database sorts by its own collation. */
  private static String sorted(String reply) {
    return reply.replace("汛期、反复点位", "反复点位、汛期");
  }
}
