package cn.gridcase.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody else's calendar agrees with ours. */
class TymeTest {
  private final WorkCalendar calendar =
      ShippedConfig.of(new CalendarFile()).value(WorkCalendar.class);

  @Test
  void everyDayOfTheShippedYearsIsWorkedAsItSays() {
    List<LocalDate> different =
        LocalDate.of(2024, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(day -> calendar.isWorkingDay(day) != isWorked(day))
            .toList();

    assertEquals(List.of(), different);
  }

  private static boolean isWorked(LocalDate day) {
    return Optional.ofNullable(
            LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
        .map(LegalHoliday::isWork)
        .orElse(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
  }

  /** Whoever wants more years writes what this expects into the table. */
  @Test
  void theTableOfLunarDaysIsWhatItReckons() {
    String reckoned =
        IntStream.rangeClosed(2024, 2099)
            .mapToObj(TymeTest::lunarDays)
            .collect(Collectors.joining("\n", "", "\n"));

    assertEquals(reckoned, StatutoryDays.TABLE);
  }

  private static String lunarDays(int year) {
    return String.join(
        ",",
        date(LunarDay.fromYmd(year, 1, 1).getSolarDay()),
        date(SolarTerm.fromName(year, "清明").getSolarDay()),
        date(LunarDay.fromYmd(year, 5, 5).getSolarDay()),
        date(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
  }

  private static String date(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay()).toString();
  }
}
