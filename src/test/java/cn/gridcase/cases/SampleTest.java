package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 抽查: how many are drawn, and what is never left to the draw. */
class SampleTest {
  @Test
  void aboutAsManyAreDrawnAsTheTownWants() {
    assertEquals(0, drawn(0));
    assertEquals(1000, drawn(100));
    int fifth = drawn(20);
    assertTrue(fifth > 140 && fifth < 260, "of a thousand: " + fifth);
    assertEquals(fifth, drawn(20), "anybody can work it out again");
  }

  @Test
  void onlyWhatACommunityDidAloneAtTheFirstGoIsDrawn() {
    assertTrue(isOf("立案", "社区自行处理", "签收（社区）", "提交结果（社区）"));
    assertEquals(false, isOf("立案", "派遣", "签收", "提交结果（主办）"));
    assertEquals(false, isOf("立案", "社区自行处理", "签收（社区）", "增派协办"));
    assertEquals(false, isOf("立案", "社区自行处理", "签收（社区）", "提交结果（社区）", "核查不通过", "提交结果（社区）"));
  }

  private static boolean isOf(String... way) {
    return Sample.isOf(Transitions.in(List.of(way)), EveryWay.ROSTER);
  }

  /** Each case has another hash at the end of its history. */
  private static int drawn(int percent) {
    return (int)
        IntStream.range(1, 1001)
            .mapToObj(n -> new CaseNumber("20261123-%03d".formatted(n)))
            .map(SampleTest::numbered)
            .filter(file -> Sample.isDrawn(file, percent))
            .count();
  }

  private static CaseFile numbered(CaseNumber number) {
    return new CaseFile(
        1,
        number,
        EveryWay.RULES.categories().byCode("G03"),
        new Scene(Optional.empty(), Optional.empty(), Optional.empty()),
        EveryWay.NOON);
  }
}
