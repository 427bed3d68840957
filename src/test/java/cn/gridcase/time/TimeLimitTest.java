package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
  @ParameterizedTest
  @CsvSource({
    "30分钟,30,MINUTE",
    "2小时,2,HOUR",
    "4工作时,4,WORKING_HOUR",
    "15 工作日,15,WORKING_DAY",
    "7个工作日,7,WORKING_DAY",
    "' 7天 ',7,DAY",
    "999天,999,DAY"
  })
  void aLimitIsReadAsPeopleWriteIt(String written, int amount, LimitKind kind) {
    assertEquals(new TimeLimit(amount, kind), TimeLimit.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0小时", "-1天", "1.5小时", "四小时", "4", "工作日", "4h", "1000天", "4周"})
  void anythingElseIsNoLimit(String written) {
    assertThrows(IllegalArgumentException.class, () -> TimeLimit.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30分钟", "2小时", "4工作时", "15工作日", "7天"})
  void whatItSaysReadsBackTheSame(String written) {
    assertEquals(written, TimeLimit.parse(written).said());
  }
}
