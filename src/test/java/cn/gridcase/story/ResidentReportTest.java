package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A resident is trusted less: what they report waits for a dispatcher. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class ResidentReportTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Chat resident = sandbox.chat("赵秀兰");
  private final Chat dispatcher = sandbox.chat("王芳");
  private final Chat otherDispatcher = sandbox.chat("赵磊");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void aResidentsReportIsRegisteredByADispatcherAndTheResidentIsTold() {
    String number = reported("楼下垃圾桶满了，味道很大");
    dispatcher.shouldHear("待受理 " + number).shouldNotHear("待派遣 " + number);
    resident.says(number);
    resident.shouldHear("：待受理。");

    dispatcher.presses("立案", number);

    otherDispatcher.shouldHear("已由王芳立案");
    dispatcher.shouldHear("待派遣 " + number);
    resident.shouldHear("您上报的案件" + number).shouldHear("已立案，截止");
    dispatcher.shouldNotHear("赵秀兰");
  }

  @Test
  void aResidentsReportCanBeDeclinedWithAReasonTheyHear() {
    String number = reported("隔壁小区也有很多垃圾没人管");
    otherDispatcher.shouldHear("待受理 " + number);

    dispatcher.says("不予立案 " + number + " 信息不足，无法核实");

    dispatcher.shouldHear("案件" + number + "不予立案");
    otherDispatcher.shouldHear("已由王芳不予立案");
    resident.shouldHear(number, "原因：信息不足，无法核实");
  }

  private String reported(String words) {
    resident.says(words);
    sandbox.passTime(Duration.ofSeconds(4));
    resident.presses("上报", words);
    return resident.newestCard().toString().replaceFirst("(?s).*?(\\d{8}-\\d{3,}).*", "$1");
  }
}
