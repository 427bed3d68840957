package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reported is nobody's business: no card, message or digest names the reporter. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class PrivacyTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @Test
  void nobodyIsToldWhoReported() {
    String declined = journey.reported("李梅", "台湖村有人反映味道大");
    sandbox.chat("王芳").says("不予立案 " + declined + " 不属于风险事项");
    String number = journey.done("李梅", "台湖村消防通道有石墩", "消防站");
    sandbox.chat("周明").shouldHear("待核查 " + number).presses("不通过", number);
    Town.runLoops();
    journey.doneAgain(number, "消防站", "石墩已移走");
    sandbox.chat("周明").says("通过 " + number);
    sandbox.chat("何岚").says("简报").says(number);
    sandbox.chat("王芳").says("简报").says(number);
    Town.runLoops();

    sandbox.chat("李梅").shouldHear("您上报的案件" + number);
    for (String other : List.of("孙伟", "冯涛", "周明", "钱静", "王芳", "赵磊", "何岚", "刘建国")) {
      Chat chat = sandbox.chat(other);
      for (var bubble : new Hearing(chat, 0).bubbles()) {
        String shown = bubble.words() + bubble.face().map(Record::toString).orElse("");
        assertFalse(shown.contains("李梅") || shown.contains("limei"), chat.toString());
      }
    }
    assertEquals(
        List.of(),
        Town.read(
            "SELECT payload FROM outbox WHERE recipient <> 'limei'"
                + " AND (payload LIKE '%李梅%' OR payload LIKE '%limei%')"));
  }

  @Test
  void theReportersIdentityIsOpenedOnlyWithAPurposeThatIsWrittenDown() {
    String number = journey.done("李梅", "台湖村安全出口贴了封条", "消防站");
    String openings =
        "SELECT purpose FROM reporter_opening o JOIN case_file c ON c.id = o.case_id"
            + " WHERE c.number = '"
            + number
            + "'";
    assertEquals(List.of(), Town.read(openings));

    sandbox.chat("周明").says("通过 " + number);

    assertEquals(List.of("TELL_THE_REPORTER"), Town.read(openings));
    assertTrue(sandbox.chat("周明").lastReply().contains("已结案"));
  }

  @Test
  void whoeverReportsAndActsIsNotNamedToColleagues() {
    Chat fireman = sandbox.chat("孙伟");
    String number = Journey.numberIn(fireman.says("上报 台湖村消防通道停满摩托").says("上报").lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
    Town.runLoops();
    fireman.presses("签收", number);
    Town.runLoops();

    Chat colleague = sandbox.chat("冯涛");
    assertEquals("已由上报人签收", colleague.newestCard().replaceText().orElse(""));
  }
}
