package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.sandbox.api.ApiFault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An assignment that does not arrive is not silently "assigned". */
@QuarkusTest
@WithTestResource(TownSettings.class)
class UndeliveredTest {
  /** WeCom suppresses repeats for four hours; after that nobody may repeat. */
  private static final Duration WINDOW = Duration.ofHours(4);

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat fireman = sandbox.chat("孙伟");
  private final Chat otherFireman = sandbox.chat("冯涛");

  @AfterEach
  void everybodyIsBack() {
    List.of("sunwei", "fengtao").forEach(each -> sandbox.company().setVisible(each, true));
    assertEquals(List.of(), sandbox.violations());
  }

  /** Case 25. */
  @Test
  void whereNobodyCanBeReachedTheCaseGoesBackWithTheReason() {
    String number = journey.reported("李梅", "台湖村消防通道堆着铁桶");
    List.of("sunwei", "fengtao").forEach(each -> sandbox.company().setVisible(each, false));

    dispatcher.shouldHear("待派遣 " + number).presses("派遣", number);
    Town.runLoops();
    Town.runLoops();

    assertEquals("DISPATCH", stage(number));
    dispatcher.shouldHear("待派遣 " + number, "退回派遣", "消防站没有人收到任务");
    sandbox.chat("赵磊").shouldHear("待派遣 " + number, "退回派遣");
    fireman.shouldNotHear(number);
    assertEquals(
        List.of("UNDELIVERED"),
        Town.read(
            "SELECT substring(facts FROM 'why=(.*)') FROM history_entry h"
                + " JOIN case_file c ON c.id = h.case_id WHERE move = '退回派遣' AND number = '"
                + number
                + "'"));

    everybodyIsBack();
    dispatcher.presses("派遣", number);
    fireman.shouldHear("新任务 " + number).presses("签收", number);
  }

  /** Case 25. */
  @Test
  void whereOneOfTheUnitIsReachedTheCaseStays() {
    String number = journey.reported("李梅", "台湖村消防通道堆着油桶");
    sandbox.company().setVisible("fengtao", false);

    dispatcher.shouldHear("待派遣 " + number).presses("派遣", number);
    Town.runLoops();
    Town.runLoops();

    assertEquals("DISPOSAL", stage(number));
    otherFireman.shouldNotHear(number);
    fireman.shouldHear("新任务 " + number).presses("签收", number);
  }

  /** Case 30: an assignment past the window is sent once more, marked 补发. */
  @Test
  void whatMayOrMayNotHaveArrivedIsSentOnceMore() {
    String number = journey.reported("李梅", "台湖村消防通道堆着气瓶");
    sandbox.company().setVisible("fengtao", false);
    int before = sandbox.apiFaults().happened(ApiFault.HTML_WITH_200);
    dispatcher.shouldHear("待派遣 " + number);
    sandbox.apiFaults().next("message/send", ApiFault.HTML_WITH_200, 20);
    dispatcher.presses("派遣", number);
    Town.runLoops();
    assertTrue(sandbox.apiFaults().happened(ApiFault.HTML_WITH_200) > before, "the fault happened");

    sandbox.passTime(WINDOW.minusMinutes(1));
    sandbox.apiFaults().clear();
    // The faults have opened the circuit, which waits by the unwound clock.
    Town.run("UPDATE wire_circuit SET open_until = clock_timestamp() WHERE open_until IS NOT NULL");
    sandbox.passTime(Duration.ofMinutes(2));
    Town.runLoops();

    fireman.shouldHear("新任务（补发） " + number).presses("签收", number);
    assertEquals(
        List.of("签收"),
        Town.read(
            "SELECT move FROM history_entry h JOIN case_file c ON c.id = h.case_id"
                + " WHERE from_stage = 'DISPOSAL' AND c.number = '"
                + number
                + "'"));
  }

  private static String stage(String number) {
    return Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'").get(0);
  }
}
