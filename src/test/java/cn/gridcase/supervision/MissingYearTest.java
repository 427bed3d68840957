package cn.gridcase.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped calendar ends with 2026. */
class MissingYearTest {
  private final MissingYear missing =
      MissingYear.of(ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00,2026-11-02T09:00,false",
    "2026-11-01T23:59,2026-11-02T09:00,false",
    "2026-11-02T08:59,2026-11-02T09:00,false",
    "2026-11-02T09:00,2026-11-09T09:00,true",
    "2026-11-28T10:00,2026-11-30T09:00,true",
    // Still missing when its year has begun.
    "2026-12-30T10:00,2027-01-04T09:00,true",
    // By statute 8 February 2027 is a Monday off.
    "2027-02-04T10:00,2027-02-09T09:00,true"
  })
  void administratorsAreRemindedOnMondaysAtWorkFromNovember(
      String now, String next, boolean expected) {
    assertEquals(2027, missing.year());
    assertEquals(at(next), missing.next(at(now)));
    assertEquals(expected, missing.isExpected(at(now)));
  }
}
