package cn.gridcase.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  private static final List<Map.Entry<String, Tally>> CELLS =
      List.of(
          Map.entry("环卫中心", new Tally(1, 0, 0)),
          Map.entry("消防站", new Tally(2, 1, 0)),
          Map.entry("环卫中心", new Tally(1, 0, 3)),
          Map.entry("未派遣", new Tally(1, 0, 0)));

  private static String said(int most, Tally total) {
    return Breakdown.<Map.Entry<String, Tally>>of(
            CELLS, "单位", Map.Entry::getKey, Map.Entry::getValue)
        .said(most, total);
  }

  @Test
  void partsAreTheTotalOnceMoreTheLargestFirst() {
    assertEquals("按单位（收到/结案/超期）：环卫中心 2/0/3，消防站 2/1/0，未派遣 1/0/0", said(9, new Tally(5, 1, 3)));
  }

  @Test
  void whatIsNotListedIsStillCounted() {
    assertEquals("按单位（收到/结案/超期）：环卫中心 2/0/3，另有2项 3/1/0", said(1, new Tally(5, 1, 3)));
    assertEquals("按单位（收到/结案/超期）：另有3项 5/1/3", said(0, new Tally(5, 1, 3)));
  }

  @Test
  void partsThatDoNotAddUpSaySo() {
    assertEquals("按单位（收到/结案/超期）：另有3项 5/1/3，差额 1/0/-1", said(0, new Tally(6, 1, 2)));
  }

  @Test
  void whereNothingIsItSaysNothing() {
    assertEquals("按村社区（收到/结案/超期）：无", new Breakdown("村社区", List.of()).said(9, Tally.NONE));
    assertEquals(
        "按村社区（收到/结案/超期）：差额 1/0/0", new Breakdown("村社区", List.of()).said(9, new Tally(1, 0, 0)));
  }
}
