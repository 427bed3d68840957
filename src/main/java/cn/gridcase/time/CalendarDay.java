package cn.gridcase.time;

import java.time.LocalDate;

/**
 * 放假或调休: a day that a year's notice names.
 *
 * @param name the holiday it belongs to, such as 春节
 * @param isOffDay true if nobody works; false if it is a day of a weekend that is worked 调休上班
 */
public record CalendarDay(String name, LocalDate date, boolean isOffDay) {}
