package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 推荐: who should have a case, why, and who must not. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class RoutingTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Sandbox sandbox = Town.sandbox();
  private final Journey journey = Journey.begin();
  private final Chat dispatcher = sandbox.chat("王芳");

  @AfterEach
  void theServiceKeptToWeComsRules() {
    assertEquals(List.of(), sandbox.violations());
  }

  @Test
  void theCardSaysWhoIsSuggestedAndWhyAndOneTapAcceptsIt() {
    String number = journey.reported("李梅", "台湖村消防通道堆着水泥");

    dispatcher.shouldHear("待派遣 " + number, "推荐", "消防站：派遣规则第1条").presses("派遣", number);

    dispatcher.shouldHear("已由王芳派给消防站", number);
  }

  @Test
  void ofSeveralUnitsTheOneWithTheLeastWorkIsSuggested() throws SQLException {
    during(
        "  - units: [jiaotong, shuiwu]\n    categories: [A01]\n",
        () -> {
          while (load("jiaotong") <= load("shuiwu")) {
            journey.dispatched("李梅", "台湖村路面塌陷一个坑", "交通队");
          }
          String number = journey.reported("李梅", "台湖村路面塌陷两个坑");

          dispatcher
              .shouldHear("待派遣 " + number, "水务所：派遣规则第1条；手上%d件，最少".formatted(load("shuiwu")))
              .presses("派遣", number);

          dispatcher.shouldHear("已由王芳派给水务所", number);
        });
  }

  @Test
  void outsideWorkingHoursAnotherUnitIsSuggested() throws SQLException {
    ZonedDateTime now = sandbox.now().atZone(ZONE);
    ZonedDateTime night = now.with(LocalTime.of(22, 30));
    sandbox.windTo((night.isAfter(now) ? night : night.plusDays(1)).toInstant());

    during(
        "  - unit: yingji\n    groups: [占道经营]\n    outside: true\n",
        () -> {
          String number = journey.reported("李梅", "台湖村夜里有露天烧烤");
          dispatcher.shouldHear("待派遣 " + number, "应急安全办：派遣规则第1条（非工作时间）");
        });
  }

  @Test
  void inTheHoursOfAShiftItsUnitIsSuggestedAndWhereItLiesCounts() throws SQLException {
    ZonedDateTime now = sandbox.now().atZone(ZONE);
    ZonedDateTime evening = now.with(LocalTime.of(19, 0));
    sandbox.windTo((evening.isAfter(now) ? evening : evening.plusDays(1)).toInstant());

    during(
        """
          - unit: yingji
            groups: [占道经营]
            shift: 夜间巡查
            communities: [ciqucun]
        """,
        () -> {
          String here = journey.reported("刘建国", "次渠村晚上有露天烧烤");
          dispatcher.shouldHear("待派遣 " + here, "应急安全办：派遣规则第1条（按社区、夜间巡查）");
          String elsewhere = journey.reported("李梅", "台湖村晚上有露天烧烤");
          dispatcher.shouldHear("待派遣 " + elsewhere, "城管执法队：派遣规则第8条");
        });
  }

  @Test
  void whatIsNotOnTheListIsNeverPushedToACommunity() {
    String number = journey.reported("李梅", "台湖村消防通道堆着砖头");
    dispatcher.shouldHear("待派遣 " + number);
    assertFalse(dispatcher.newestCard().toString().contains("自行处理"), "it is not offered");
    assertTrue(
        dispatcher.newestCard().questions().get(0).options().values().stream()
            .noneMatch(unit -> unit.endsWith("村")),
        "no community is offered");

    for (String line : List.of("自行处理 " + number, "派遣 " + number + " 给 次渠村")) {
      assertEquals(
          "案件" + number + "（消防通道堵塞）不在社区自行处理的事项清单里，请派给镇里的单位。", dispatcher.says(line).lastReply());
    }

    assertEquals(
        List.of("DISPATCH"),
        Town.read("SELECT stage FROM case_file WHERE number = '" + number + "'"));
    dispatcher.presses("派遣", number);
    dispatcher.shouldHear("已由王芳派给消防站", number);
  }

  private static void during(String firstRoute, Runnable story) throws SQLException {
    ChangedFile.during(
        "dispatch.yaml",
        rules -> rules.replaceFirst("(?m)^routes:\n", "routes:\n" + firstRoute),
        story);
  }

  private static int load(String unit) {
    return Town.count(
        """
        SELECT count(*) FROM case_file c
         WHERE stage = 'DISPOSAL' AND EXISTS (
           SELECT FROM assignment a
            WHERE a.case_id = c.id AND a.unit = '%s' AND a.ended_at IS NULL)
        """
            .formatted(unit));
  }
}
