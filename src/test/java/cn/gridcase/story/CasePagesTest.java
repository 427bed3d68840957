package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 案卷页, 我的待办, 指挥中心: what those entitled see, and nobody else. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class CasePagesTest {
  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();

  @ParameterizedTest
  @CsvSource({"390, 844", "1440, 900"})
  void theCommandCentreLooksAtACaseAndItsQueue(int width, int height) {
    Chromium.assumeInstalled();
    String number = reworkedWithPhotos();
    try (var screen = new Screen(width, height)) {
      screen.opens("/case/" + number, "王芳").says("消防通道堵塞").says("台湖村第一网格");
      screen.shows(".shots img").shows("svg .here").says("核查不通过").says("孙伟").isSound("case");
      screen.opensNext("/queue").says(number).says("在办").isSound("queue");
      screen.opensNext("/todo").says("我的待办").isSound("todo");
      screen.opensNext("/me").clicks("特大").shows("html.font-largest");
      screen.opensNext("/case/" + number).shows(".shots img").isSound("case-largest");
      screen.inTheDark().isSound("case-largest-dark");
    }
  }

  @Test
  void theyAreLightOnAFirstVisit() {
    String number = reworkedWithPhotos();
    var visitor = new Visitor(sandbox);
    visitor.signsIn("wangfang", "/me");
    for (String page : List.of("/case/" + number, "/todo", "/queue")) {
      visitor.findsLight(page);
    }
  }

  @Test
  void whoIsNotConcernedFindsNeitherCaseNorPhoto() {
    String number = reworkedWithPhotos();
    String photo =
        Town.read("SELECT id FROM photo WHERE subject = '" + number + " 上报' LIMIT 1").get(0);

    var stranger = new Visitor(sandbox);
    stranger.signsIn("gaofeng", "/me");
    assertEquals(403, stranger.opens("/case/" + number).statusCode());
    assertEquals(403, stranger.opens("/photo/" + photo).statusCode());
    assertEquals(403, stranger.opens("/queue").statusCode());
    assertTrue(stranger.opens("/todo").body().contains("现在没有等您办的案件"));

    var unit = new Visitor(sandbox);
    unit.signsIn("sunwei", "/me");
    assertEquals(200, unit.opens("/photo/" + photo + "/small").statusCode());
    assertTrue(unit.opens("/todo").body().contains(number));
  }

  @Test
  void aReporterIsAReporterOnThePageAndResidentsSeeNoNames() {
    Chat resident = sandbox.chat("赵秀兰");
    resident.says("上报 小区门口消防通道停满车").says("上报");
    String number = Journey.numberIn(resident.lastReply());
    sandbox.chat("王芳").says("立案 " + number).says("派遣 " + number + " 给 消防站");

    var unit = new Visitor(sandbox);
    unit.signsIn("sunwei", "/me");
    String seen = unit.opens("/case/" + number).body();
    assertTrue(seen.contains("上报人"), seen);
    assertTrue(seen.contains("王芳"), seen);
    assertFalse(seen.contains("赵秀兰"), seen);

    var reporter = new Visitor(sandbox);
    reporter.signsIn("zhaoxiulan", "/me");
    HttpResponse<String> own = reporter.opens("/case/" + number);
    assertEquals(200, own.statusCode());
    assertTrue(own.body().contains("工作人员"), own.body());
    assertFalse(own.body().contains("王芳"), own.body());
  }

  @Test
  void waitingWorkIsAlsoASentence() {
    String number = journey.dispatched("李梅", "台湖村消防通道堆满纸箱", "消防站");
    Chat fireman = sandbox.chat("孙伟");

    fireman.says("待办");
    assertTrue(fireman.lastReply().contains(number), fireman.toString());
    assertTrue(fireman.lastReply().contains("消防站未签收"), fireman.toString());
    assertTrue(fireman.lastReply().contains("/todo"), fireman.toString());
  }

  private String reworkedWithPhotos() {
    Chat worker = sandbox.chat("李梅");
    worker.says("算了");
    worker.sendsPhoto().sendsPhoto().sendsLocation(39.842638, 116.647336, "台湖村东口");
    worker.says("消防通道被两辆车堵死").says("上报");
    String number = Journey.numberIn(worker.lastReply());
    sandbox.chat("王芳").says("派遣 " + number + " 给 消防站");
    Chat fireman = sandbox.chat("孙伟");
    fireman.says("签收 " + number).sendsPhoto().says("提交 " + number + " 已清理恢复");
    sandbox.chat("周明").says("不通过 " + number + " 未处理彻底");
    Town.runLoops();
    return number;
  }
}
