package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 催办: whoever is entitled presses whoever owes the next step. */
@QuarkusTest
@WithTestResource(TownSettings.class)
class UrgeTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);
  private final Sandbox sandbox = Town.sandbox();
  private final Chat cleaner = sandbox.chat("黄涛");

  private Journey journey;

  @BeforeEach
  void aWorkingMorning() {
    sandbox.windTo(sandbox.now().atZone(ZONE).plusDays(1).with(LocalTime.of(0, 0)).toInstant());
    sandbox.windTo(calendar.atWork(sandbox.now()));
    journey = Journey.begin();
  }

  @Test
  void theDispatcherUrgesTheUnit() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢没有人收", "环卫中心");

    says("王芳", "催办 " + number + " 市里明天检查", "已催办案件" + number);

    cleaner.shouldHear("案件" + number + "有人催办（王芳）：市里明天检查", "现在处置中");
    assertEquals(0, heard(sandbox.chat("陈强"), number), "another unit's");
    assertEquals("催办", lastMove(number));
    assertEquals(
        1, Town.count("SELECT count(*) FROM history_text WHERE body = '市里明天检查'"), "erasable");
  }

  @Test
  void theReporterUrgesOnceAWorkingDayAndStaysUnnamed() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢又没有人收", "环卫中心");

    says("李梅", "催办 " + number, "已催办案件" + number);
    says("李梅", "催办 " + number, "您已经催办过，一个工作日催一次");

    cleaner.shouldHear("案件" + number + "有人催办（上报人）。");
    assertEquals(1, heard(cleaner, number + "有人催办"));
    cleaner.shouldNotHear("李梅");

    aWorkingMorning();
    says("李梅", "催办 " + number, "已催办案件" + number);
    assertEquals(2, heard(cleaner, number + "有人催办"));
  }

  @Test
  void whoeverOwesTheNextStepIsPressed() {
    String number = journey.reported("李梅", "台湖村垃圾桶满溢还是没有人收");
    says("吴军", "催办 " + number, "已催办案件" + number);
    sandbox.chat("赵磊").shouldHear("案件" + number + "有人催办（吴军）", "现在待派遣");
    assertEquals(0, heard(cleaner, number));

    String done = journey.done("李梅", "台湖村消防通道停了一排车", "消防站");
    says("何岚", "催办 " + done, "已催办案件" + done);
    sandbox.chat("周明").shouldHear("案件" + done + "有人催办（何岚）", "现在待核查");
  }

  @Test
  void leadersUrgeTheirOwnUnits() {
    String number = journey.dispatched("李梅", "台湖村垃圾桶满溢堆到路上", "环卫中心");

    says("夏卫平", "催办 " + number, "已催办案件" + number);
    says("唐德海", "催办 " + number, "已催办案件" + number);

    says("高玉红", "催办 " + number, "领导才能催办");
    says("罗志强", "催办 " + number, "领导才能催办");
    says("黄涛", "催办 " + number, "领导才能催办");
    says("刘建国", "催办 " + number, "领导才能催办");
    assertEquals(2, heard(cleaner, number + "有人催办"));
  }

  @Test
  void whatIsOverIsNotUrged() {
    String number = journey.closed("李梅", "台湖村消防通道堆满杂物", "消防站");

    says("王芳", "催办 " + number, "案件" + number + "已结案，不用催办。");
    says("王芳", "催办 20200101-001", "没有找到案件");
    assertEquals("核查通过", lastMove(number));
  }

  @Test
  void whatStandsStillIsNotUrged() {
    String number = journey.signed("李梅", "台湖村垃圾桶满溢等换新桶", "环卫中心");
    Town.run(
        "INSERT INTO ledger_row (id, case_id, kind, from_at)"
            + " SELECT nextval('ledger_row_seq'), id, 'SUSPENSION', service_now()"
            + " FROM case_file WHERE number = '"
            + number
            + "'");

    says("王芳", "催办 " + number, "案件" + number + "正在挂账，停止计时，恢复以后才能催办。");
  }

  private static String lastMove(String number) {
    return Town.read(
            "SELECT h.move FROM history_entry h JOIN case_file f ON f.id = h.case_id"
                + " WHERE f.number = '"
                + number
                + "' ORDER BY h.seq DESC LIMIT 1")
        .get(0);
  }

  private void says(String who, String line, String answer) {
    Chat chat = sandbox.chat(who).says(line);
    assertTrue(chat.lastReply().contains(answer), chat::toString);
    Town.runLoops();
  }

  private static int heard(Chat chat, String words) {
    return Math.toIntExact(
        chat.bubbles().stream()
            .filter(bubble -> !bubble.mine() && bubble.words().contains(words))
            .count());
  }
}
